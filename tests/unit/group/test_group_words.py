"""Nicknames and introductions, also those meant to do harm."""

from __future__ import annotations

import pytest

from bot.group.errors import GroupError
from bot.group.words import MAX_INTRODUCTION, MAX_NICKNAME, introduction, nickname, same_name, title


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  Juf \t Anna\n", "Juf Anna"),
        ("<b>x</b>", "<b>x</b>"),
        ("🐸", "🐸"),
        ("سارة", "سارة"),
        ("An\u202ena", "Anna"),
        ("A\u200bn\x00na\u2066", "Anna"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_nickname_keeps_only_what_is_seen(given: str, kept: str) -> None:
    assert nickname(given) == kept


def test_signs_that_pile_up_are_cut() -> None:
    assert len(nickname("a" + "\u0301" * 500)) <= 4


@pytest.mark.parametrize("given", ["", "   ", "\u200b\u202e", "\x00", "...", None, 12, [], "\ud800"])
def test_an_empty_nickname_gets_one_line(given: object) -> None:
    with pytest.raises(GroupError) as caught:
        nickname(given)
    assert caught.value.key == "bijnaam_leeg" and "\n" not in str(caught.value)


def test_a_long_nickname_gets_one_line() -> None:
    assert nickname("x" * MAX_NICKNAME)
    with pytest.raises(GroupError) as caught:
        nickname("x" * 10_000)
    assert caught.value.key == "bijnaam_lang" and len(str(caught.value)) < 200


def test_names_people_take_for_the_same() -> None:
    assert same_name("Juf Anna") == same_name("juf  anna!") == same_name("ＪＵＦＡＮＮＡ")
    assert same_name("Anna") != same_name("Anna 2")
    assert same_name("🐸") != same_name("🐻")


def test_an_introduction_keeps_its_lines_and_its_limit() -> None:
    assert introduction("Hoi.\r\n\r\n\r\n\r\nTot zo. <script>\u202e") == "Hoi.\n\nTot zo. <script>"
    assert introduction(None) == introduction("") == ""
    assert introduction("x" * MAX_INTRODUCTION)
    with pytest.raises(GroupError):
        introduction("x" * (MAX_INTRODUCTION + 1))


def test_a_title_is_one_line() -> None:
    assert title("Team\nboven") == "Team boven"
    with pytest.raises(GroupError):
        title("x" * 81)
