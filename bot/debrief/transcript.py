"""The annotated transcript: every turn with its labels in place and the chosen remarks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bot.analysis.turn import Span
from bot.content.label import load_labels
from bot.content.library import load_texts
from bot.debrief.model import Fragment, Remark, TurnResult
from bot.debrief.questions import costly
from bot.debrief.talk import Talk, TurnView

_KINDS: dict[str, Literal["goed", "let_op", "neutraal"]] = {
    "aangeraden": "goed",
    "afgeraden": "let_op",
    "neutraal": "neutraal",
}


def _kind(view: TurnView, label: str) -> Literal["goed", "let_op", "neutraal", "betwist"]:
    info = load_labels()[label]
    if label in view.disputed:
        return "betwist"
    counts = label in view.held or label in costly(view)
    if info.advice == "afgeraden" and not counts:
        return "neutraal"
    return _KINDS[info.advice]


def _spans(view: TurnView) -> tuple[Span, ...]:
    """Give the evidence; a label without a fragment (a hand-made transcript) is carried by the whole turn."""
    turn = view.exchange.turn
    placed = {span.label for span in turn.spans}
    whole = tuple(Span(x, 0, len(turn.text)) for x in turn.labels if x not in placed)
    return tuple(s for s in turn.spans + whole if s.label in turn.labels and s.label in load_labels())


def _fragments(view: TurnView) -> tuple[Fragment, ...]:
    found = [
        Fragment(s.label, load_labels()[s.label].name, _kind(view, s.label), s.begin, s.end)
        for s in _spans(view)
    ]
    return tuple(sorted(found, key=lambda f: (f.begin, f.eind, f.label)))


def _notes(view: TurnView) -> tuple[str, ...]:
    texts, labels = load_texts().remarks, load_labels()
    mine = [x for x in view.disputed if x in view.exchange.turn.labels and x in labels]
    notes = [texts["disputed"].format(name=labels[x].name) for x in mine]
    return tuple(notes + ([texts["excused"]] if view.excused else []))


def _row(view: TurnView, remarks: tuple[Remark, ...], after: str) -> TurnResult:
    turn, reply = view.exchange.turn, view.exchange.reply
    return TurnResult(
        nr=view.number,
        leraar=turn.text,
        ouder=reply.text if reply else after,
        gedachte=reply.thought if reply else "",
        vraagtypen=turn.vraagtypen,
        zetten=turn.zetten,
        valkuilen=turn.valkuilen,
        fragmenten=_fragments(view),
        feedback=remarks,
        opmerkingen=_notes(view),
    )


def transcript(talk: Talk, remarks: Mapping[int, tuple[Remark, ...]]) -> tuple[TurnResult, ...]:
    """Give all turns; in a written transcript the parent's next words come from the next turn."""
    after = {view.number - 1: view.exchange.before for view in talk.turns}
    return tuple(_row(v, remarks.get(v.number, ()), after.get(v.number, "")) for v in talk.turns)
