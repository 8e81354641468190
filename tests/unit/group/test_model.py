"""Reading what a trainer chose."""

from __future__ import annotations

from typing import Any

import pytest
from talks import CHOICE

from bot.choice import ChoiceError, setup_from
from bot.group.errors import GroupError
from bot.group.model import guidelines_for, read_exercise


def test_all_get_the_same_person_and_seed() -> None:
    made = read_exercise({**CHOICE, "persoon": None, "zaad": 5, "titel": " Team ", "inleiding": "Hoi."})
    assert made.choice["persoon"] and isinstance(made.choice["zaad"], int)
    assert setup_from(made.choice) == setup_from(made.choice)
    assert "plan" not in made.choice, "everybody makes a plan of their own"
    assert (made.title, made.introduction, made.focus) == ("Team", "Hoi.", ())


def test_focus_is_of_this_conversation() -> None:
    assert read_exercise({**CHOICE, "richtlijnen": ["boosheid_erkennen"] * 2}).focus == ("boosheid_erkennen",)
    assert "boosheid_erkennen" in {g.id for g in guidelines_for("extra_gesprek", "boos")}


@pytest.mark.parametrize(
    "wrong", [["bestaat_niet"], [1], [["x"]], "boosheid_erkennen", {"a": 1}, ["boosheid_erkennen"] * 6, 7]
)
def test_a_focus_that_cannot_be_gets_one_line(wrong: Any) -> None:
    with pytest.raises(GroupError) as caught:
        read_exercise({**CHOICE, "richtlijnen": wrong})
    assert "\n" not in str(caught.value)


def test_a_choice_that_does_not_exist_gets_one_line() -> None:
    with pytest.raises(ChoiceError):
        read_exercise({**CHOICE, "casus": "nergens"})
