"""Turns are analysed in their context, and the last words of the parent are kept."""

from __future__ import annotations

from fakes import WordAnalyzer

from bot.debrief import build
from bot.transcript import Transcript, analysed

TURNS = (
    ("leraar", "Welkom."),
    ("ouder", "Ik ben boos!"),
    ("leraar", "Dat spijt me."),
    ("ouder", "Goed dan."),
)


def test_turns_are_analysed_in_their_context() -> None:
    analyzer = WordAnalyzer()
    exercise = analysed(Transcript("extra_gesprek", "boos", "", TURNS), analyzer, lambda text: ("boos",))  # type: ignore[arg-type]
    assert [(c.parent, c.earlier) for c in analyzer.contexts] == [("", ()), ("Ik ben boos!", ("Welkom.",))]
    assert [e.before_acts for e in exercise.exchanges] == [(), ("boos",)]
    assert exercise.setup is None and exercise.case is None
    assert [turn.ouder for turn in build(exercise).beurten] == ["Ik ben boos!", "Goed dan."]
