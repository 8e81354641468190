"""Finished conversations for the tests, played with the small analyzer of the fakes."""

from __future__ import annotations

from collections.abc import Sequence

from fakes import WordAnalyzer

from bot.debrief import build
from bot.exercise import Setup
from bot.group.model import Finished, Group, GroupExercise, Progress, Standing
from bot.parent import open_conversation
from bot.play import play_all
from bot.tracker import Record

SETUP = Setup("extra_gesprek", "boos", "sem_maandagmoe", "karin_de_wit", seed=3)
CHOICE = {"gespreksvorm": SETUP.form, "oudertype": SETUP.type, "casus": SETUP.case, "persoon": SETUP.person}
GROUP = Group("K7MPX2QA", "kept", "b" * 43, "2026-01-05T10:00:00+01:00", GroupExercise("Team", "", CHOICE))
WARM = ("U bent boos, dat zie ik. Wat is er gebeurd?", "Dat spijt me. Wat verwacht u?", "Maandag sliep hij.")
COLD = ("Dag.", "Dat is uw schuld.", "Maandag sliep hij.")


def finished(turns: Sequence[str], whole: bool = False) -> Finished:
    """Play turns; the conversation counts as stopped after them."""
    exchanges = play_all(WordAnalyzer(), SETUP, turns)
    record = Record(SETUP, open_conversation(SETUP), exchanges, stopped=True)
    return Finished(record, build(record.exercise()), whole)


def standing(*talks: Sequence[str], names: Sequence[str] = ()) -> Standing:
    """Give a group in which these conversations are finished."""
    people = [*names, *(f"naam{n}" for n in range(len(names), len(talks)))]
    progress = tuple(Progress(name, 3, True) for name in people)
    return Standing(GROUP, progress, tuple(finished(turns) for turns in talks))
