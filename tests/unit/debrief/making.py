"""Making exercises from labels, with real sentences as fragments, for the tests of the debrief."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from bot.analysis.turn import Span, TurnAnalysis
from bot.content.label import load_labels
from bot.exercise import Beliefs, Exchange, Exercise, Reply, State

TRIOS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "trios.yml").read_text(encoding="utf-8"))
BELIEFS = Beliefs(0.5, 0.2, 0.5, 0.3, 0.4, 0.5)


def turn(*labels: str, unsure: tuple[str, ...] = (), topics: tuple[str, ...] = ()) -> TurnAnalysis:
    """Make a turn of one sentence a label: the label's first example."""
    known, text, spans = load_labels(), "", []
    for label in labels:
        sentence = known[label].examples[0].text
        begin = len(text) + 1 if text else 0
        text = f"{text} {sentence}".strip()
        spans.append(Span(label, begin, begin + len(sentence)))

    def of(group: str) -> tuple[str, ...]:
        return tuple(x for x in labels if known[x].group == group)

    return TurnAnalysis(
        text or "Ja.", of("vraagtypen"), of("zetten"), of("valkuilen"), tuple(spans), topics, unsure=unsure
    )


def exchange(acts: str, labels: str, **more: Any) -> Exchange:
    """Make an exchange from space-separated parent acts and labels."""
    return Exchange(
        turn=turn(*labels.split(), **more), before="Zegt de ouder.", before_acts=tuple(acts.split())
    )


def exercise(*lines: str, form: str = "extra_gesprek", kind: str = "boos", **more: Any) -> Exercise:
    """Make a written conversation from lines "acts > labels"."""
    pairs = [line.split(">") for line in lines]
    exchanges = tuple(exchange(acts.strip(), labels.strip()) for acts, labels in pairs)
    return Exercise(form=form, type=kind, exchanges=exchanges, **more)  # type: ignore[arg-type]


def script(kind: str, teacher: str, form: str | None = None) -> Exercise:
    """Make one teacher of a trio."""
    return exercise(*TRIOS[kind][teacher], form=form or TRIOS[kind]["form"], kind=kind)


def reply(spanning: float = 0.5, acts: tuple[str, ...] = (), **more: Any) -> Reply:
    """Make a parent's reply with this tension."""
    state = State(spanning, more.pop("vertrouwen", 0.4), 0.4, more.pop("ladder", 0.5))
    return Reply(text=more.pop("text", "Tja."), state=state, beliefs=BELIEFS, acts=acts, **more)
