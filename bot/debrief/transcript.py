"""The annotated transcript: every turn with its labels in place and the chosen remarks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bot.analysis.turn import Span
from bot.content.label import load_labels
from bot.content.library import load_texts
from bot.debrief.model import Fragment, Objection, Remark, TurnResult
from bot.debrief.objections import objections
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


def _notes(view: TurnView, objected: tuple[Objection, ...]) -> tuple[str, ...]:
    texts = load_texts().remarks
    excused = [x for x in view.excused if x not in view.disputed]
    return (*(item.tekst for item in objected), *([texts["excused"]] if excused else []))


def _row(
    view: TurnView, remarks: tuple[Remark, ...], after: str, objected: tuple[Objection, ...]
) -> TurnResult:
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
        opmerkingen=_notes(view, objected),
        oneens=objected,
    )


def transcript(talk: Talk, remarks: Mapping[int, tuple[Remark, ...]]) -> tuple[TurnResult, ...]:
    """Give all turns; in a written transcript the parent's next words come from the next turn."""
    after = {view.number - 1: view.exchange.before for view in talk.turns}
    after[len(talk.turns)] = talk.exercise.closing
    return tuple(
        _row(v, remarks.get(v.number, ()), after.get(v.number, ""), objections(talk.exercise, v.number))
        for v in talk.turns
    )
