"""Builds turns from label lists, and plays whole conversations against a parent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.analysis.turn import TurnAnalysis
from bot.content.files import KNOWLEDGE, read_yaml
from bot.exercise import Exchange, Reply, Setup
from bot.parent import open_conversation, react

GROUPS = ("vraagtypen", "zetten", "valkuilen")


@lru_cache(maxsize=1)
def _groups() -> dict[str, set[str]]:
    return {group: set(read_yaml(KNOWLEDGE / "labels" / f"{group}.yml")["labels"]) for group in GROUPS}


def turn(marked: str = "", text: str = "Ik zeg iets.", **more: object) -> TurnAnalysis:
    """Build a turn from labels in any order; an unknown label is a mistake in the test."""
    found, groups = marked.split(), _groups()
    assert set(found) <= set().union(*groups.values()), marked
    chosen = {group: tuple(label for label in found if label in known) for group, known in groups.items()}
    return TurnAnalysis(text, **chosen, **more)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Said(Exchange):
    """An exchange that surely holds a reply."""

    reply: Reply = None  # type: ignore[assignment]


def play(setup: Setup, turns: Sequence[TurnAnalysis]) -> list[Said]:
    """Play turns until they or the conversation end."""
    history: list[Said] = []
    before = open_conversation(setup)
    for said in turns:
        reply = react(setup, history, said)
        history.append(Said(said, reply, before.text, before.acts))
        before = reply
        if reply.ending:
            break
    return history


ANGRY = Setup("extra_gesprek", "boos", "sem_maandagmoe", "karin_de_wit")
CALM = {"spanning": 0.25, "vertrouwen": 0.7, "openheid": 0.7, "ladder": 1.5}
TENSE = {"spanning": 0.8, "vertrouwen": 0.2, "openheid": 0.2, "ladder": 0.2}


def past(reply: Reply, said: TurnAnalysis | None = None) -> list[Exchange]:
    return [Exchange(said or turn("", "Stilte."), reply)]


def standing(setup: Setup = ANGRY, /, **changes: float) -> Reply:
    """Give a last reply by a parent who feels as asked."""
    opening = open_conversation(setup)
    heard = replace(opening.beliefs, gehoord=0.9)
    return replace(opening, state=replace(opening.state, **changes), beliefs=heard)


def said_to(now: TurnAnalysis, before: Reply, setup: Setup = ANGRY) -> Reply:
    return react(setup, past(before), now)


def kinds(reply: Reply) -> str:
    """Give the keys of the lines without the last number: what kind of lines were spoken."""
    return " ".join(key for key in reply.used if "thoughts" not in key and "cues" not in key)
