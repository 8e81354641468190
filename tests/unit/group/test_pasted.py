"""A conversation to label, from text or from a group."""

from __future__ import annotations

import pytest
from talks import WARM, finished

from bot.group.errors import GroupError
from bot.group.pasted import MAX_TEXT, LabelTurn, from_finished, read_pasted


def test_turns_with_what_the_parent_said_before() -> None:
    found = read_pasted(
        "Ouder: U zou bellen.\nEn nu?\nLeraar: Dat spijt me.\nLeraar: Echt.\nOuder: Goed.\nO: Hm.\nL: Fijn."
    )
    assert found.turns == (
        LabelTurn("U zou bellen. En nu?", "Dat spijt me. Echt."),
        LabelTurn("Goed. Hm.", "Fijn."),
    )
    assert found.unclear == ()


def test_a_teacher_may_begin_and_windows_lines_are_read() -> None:
    assert read_pasted("Leraar: Dag.\r\nOuder: Dag.\r\n").turns == (LabelTurn("", "Dag."),)


def test_what_is_not_clear_is_told_and_left_out() -> None:
    found = read_pasted("zomaar iets\nLeraar: Dag.\nPietje: Hoi.")
    assert found.turns == (LabelTurn("", "Dag."),) and len(found.unclear) == 2


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "gesprek_plak_leeg"),
        (None, "gesprek_plak_leeg"),
        (12, "gesprek_plak_leeg"),
        ("Ouder: Dag.", "gesprek_plak_geen_leraar"),
        ("zomaar", "gesprek_plak_geen_leraar"),
        ("x" * (MAX_TEXT + 1), "gesprek_plak_lang"),
        ("Leraar: a\nOuder: b\n" * 151, "gesprek_plak_beurten"),
        ("Leraar: " + "x" * 20_001, "te_lang"),
    ],
)
def test_what_cannot_be_labelled_gets_one_line(text: object, key: str) -> None:
    with pytest.raises(GroupError) as caught:
        read_pasted(text)
    assert caught.value.key == key and "\n" not in str(caught.value)


def test_a_conversation_of_a_group_has_no_names() -> None:
    turns = from_finished(finished((*WARM, "Ik ben Zebrapad.")), ["Zebrapad"]).turns
    assert len(turns) == 4 and turns[0].text == WARM[0] and turns[0].parent
    assert "Zebrapad" not in turns[3].text
