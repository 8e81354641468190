"""The course of the talk: the parent's state after each turn, with what moved it."""

from __future__ import annotations

from bot.content.label import load_labels
from bot.content.library import load_texts
from bot.debrief.model import CauseLine, CoursePoint
from bot.debrief.talk import Talk
from bot.exercise import Cause


def cause_name(label: str) -> str:
    """Give a cause in plain words: a label's name, or the parent's rule."""
    known = load_labels().get(label)
    return known.name if known else load_texts().causes.get(label, label.replace("_", " "))


def _line(cause: Cause) -> CauseLine:
    size = sum(abs(change) for change in cause.changes.values())
    return CauseLine(cause.label, cause_name(cause.label), " ".join(cause.fragment.split()), round(size, 3))


def course(talk: Talk) -> tuple[CoursePoint, ...]:
    """Give a point for each turn that a simulated parent answered; empty for a written transcript."""
    points: list[CoursePoint] = []
    for view in talk.turns:
        reply = view.exchange.reply
        if reply is None:
            continue
        state = reply.state
        points.append(
            CoursePoint(
                beurt=view.number,
                spanning=round(state.spanning, 3),
                vertrouwen=round(state.vertrouwen, 3),
                ladder=round(state.ladder, 3),
                inzicht=state.inzicht,
                oorzaken=tuple(_line(cause) for cause in reply.causes),
            )
        )
    return tuple(points)
