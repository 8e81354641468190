"""Stored exercises of other versions."""

from __future__ import annotations

import pytest

from bot.choice import setup_from
from bot.format import FORMAT, NewerFormatError, as_now, setup_of
from bot.parent import open_conversation
from bot.tracker import opening_metadata, record_from_events

SETUP = setup_from({"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe"})


def stored(**changes: object) -> dict[str, object]:
    return {**opening_metadata(SETUP, open_conversation(SETUP)), **changes}


def test_what_is_stored_names_its_format() -> None:
    assert stored()["formaat"] == FORMAT
    assert as_now(stored()) == stored()


def test_without_a_format_it_is_the_first_version() -> None:
    old = stored()
    del old["formaat"]
    assert as_now(old) == stored()


@pytest.mark.parametrize("number", [FORMAT + 1, 99, "2"])
def test_a_later_format_is_not_guessed_at(number: object) -> None:
    event = {"event": "bot", "text": "Dag.", "metadata": stored(formaat=number)}
    with pytest.raises(NewerFormatError):
        record_from_events([event])


def test_an_unknown_choice_is_left_out() -> None:
    keuze = {**stored()["keuze"], "nieuw": 1}  # type: ignore[dict-item]
    assert setup_of({"keuze": keuze}) == SETUP
