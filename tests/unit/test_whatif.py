"""The same turns with other parents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_tracker import START, play

from bot.parent import TYPES
from bot.play import replayed
from bot.tracker import Record, record_from_events
from bot.whatif import other_parents

LINES = (
    "Dat spijt me.",
    "Wat merkte u op maandag?",
    "Dat is uw schuld, dat is uw schuld.",
    "Ik zie dat u boos bent.",
)


def record(*lines: str) -> Record:
    found = record_from_events(play(START, *lines).stored["a"])
    assert found is not None
    return found


def test_all_eight_the_own_one_first_and_as_it_was() -> None:
    real = record(*LINES)
    rows = other_parents(real)
    assert [row.type for row in rows] == ["boos", *(name for name in TYPES if name != "boos")]
    assert [row.eigen for row in rows] == [True] + [False] * 7
    own = rows[0]
    assert own.laatste == real.last.text and own.spanning == round(real.last.state.spanning, 3)
    assert own.einde == real.ending and own.gehoord == len(LINES)


def test_the_own_row_is_the_conversation_even_after_stopping() -> None:
    stopped = replace(record(*LINES), stopped=True)
    assert other_parents(stopped)[0].einde == "gestopt"


@pytest.mark.parametrize("kind", TYPES)
def test_replaying_the_own_parent_gives_the_very_same_conversation(kind: str) -> None:
    start = START.replace("boos", kind)
    found = record_from_events(play(start, *LINES).stored["a"])
    assert found is not None
    again = replayed(found.setup, [one.turn for one in found.exchanges])
    assert again == found.exchanges


def test_what_changed_most_names_turn_and_words() -> None:
    for row in other_parents(record(*LINES)):
        assert row.omhoog is not None and row.omhoog.beurt == 3 and row.omhoog.verschil > 0
        assert "uw schuld" in row.omhoog.citaat.lower()
        assert row.omlaag is None or (row.omlaag.verschil < 0 and row.omlaag.beurt != 3)


def test_a_parent_who_leaves_heard_less() -> None:
    rows = other_parents(record(*["Dat is uw schuld."] * 9))
    left = [row for row in rows if row.einde == "weggelopen"]
    assert left and all(row.gehoord <= 9 for row in rows)


def test_nothing_moved_much() -> None:
    assert other_parents(record())[0].omhoog is None
