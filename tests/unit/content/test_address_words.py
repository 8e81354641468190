"""Words of address are found as whole words, however they are written."""

from __future__ import annotations

from bot.content.address import found_words, load_address


def test_each_way_has_its_own_words() -> None:
    words = load_address()
    assert {"u", "uw"} == set(words.formal) and {"je", "jij"} <= set(words.informal)
    assert not set(words.formal) & {*words.informal, *words.either}


def test_words_are_found_as_they_are_written() -> None:
    assert found_words(load_address().formal, "Uw uur, u kijkt; Ubbo niet") == ["Uw", "u"]
    assert found_words(load_address().informal, "jeugd") == []
