"""Texts and ids by themselves."""

from __future__ import annotations

import pytest

from bot.content.check_text import LONGEST, check_ids, check_texts, texts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("   ", "is leeg"),
        ("x" * (LONGEST + 1), "is te lang"),
        ("een\ntwee", "staat op meer dan een regel"),
        ("<img src=x>", "bevat code (<img src=x>)"),
        ("&lt;b", "bevat code (&lt;)"),
        ("{% if %}", "bevat code"),
        ("links\u202erechts", "onzichtbaar teken"),
        ("\x07", "onzichtbaar teken"),
    ],
)
def test_what_is_refused(text: str, told: str) -> None:
    assert [told in problem.message for problem in check_texts("x.yml", {"a": text})] == [True]


@pytest.mark.parametrize("text", ["3 < 4 en 5 > 2.", "Zoë & Co., 's middags…", "een\n", "Ziek (1x) -> thuis"])
def test_what_is_fine(text: str) -> None:
    assert list(check_texts("x.yml", {"a": text})) == []


def test_a_text_has_a_place() -> None:
    data = {"a": [{"id": "b", "c": ["d"]}, "e"]}
    assert list(texts(data)) == [("a > b > id", "b"), ("a > b > c", "d"), ("a", "e")]


def test_ids_have_a_form_and_are_used_once() -> None:
    data = {"id": "goed_1", "items": [{"id": "a"}, {"id": "a"}, {"id": "B c"}]}
    assert [(p.place, p.message.split(";")[0]) for p in check_ids("x.yml", data)] == [
        ("items", "id 'a' staat hier twee keer"),
        ("items > B c > id", "id 'B c' kan niet"),
    ]
