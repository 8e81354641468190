"""What the desks of groups and of labelling share."""

from __future__ import annotations

import pytest

from bot.channel.desk import given, under_new_code
from bot.channel.faults import Fault, WrongChoice
from bot.group import words
from bot.storage.tables import TakenError


def test_what_cannot_be_read_is_refused_with_the_line_of_the_reader() -> None:
    assert given(words.nickname, " Anna ") == "Anna"
    with pytest.raises(WrongChoice) as caught:
        given(words.nickname, "")
    assert caught.value.status == 422 and "\n" not in str(caught.value)


def test_a_taken_code_is_followed_by_another_until_it_is_hopeless() -> None:
    tried: list[str] = []

    def keep(code: str) -> None:
        tried.append(code)
        if len(tried) < 3:
            raise TakenError

    assert under_new_code(keep) == tried[-1]
    assert len(set(tried)) == 3

    def never(code: str) -> None:
        raise TakenError

    with pytest.raises(Fault) as caught:
        under_new_code(never)
    assert caught.value.status == 503
