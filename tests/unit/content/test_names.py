"""First names are known in lower case."""

from __future__ import annotations

from bot.content.names import first_names


def test_names_are_lower_case_and_no_everyday_words() -> None:
    assert {"aaliyah", "zoë"} <= first_names()
    assert not {"ben", "toon", "wil"} & first_names()
    assert all(name == name.lower() for name in first_names())
