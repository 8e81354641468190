"""Names: who is meant, what is a head line, what is a sentence."""

from __future__ import annotations

import pytest

from bot.transcript.speakers import header_of, looks_like_speaker, speaker_of


@pytest.mark.parametrize(
    "name", ["Ouders zeggen", "Moeder zei gisteren", "Mevrouw", "M", "V", "Leraren", "Gesprek"]
)
def test_no_speaker_we_know(name: str) -> None:
    assert speaker_of(name) is None


@pytest.mark.parametrize("name", ["Type ouder", "Oudertype", "soort ouder", "oudertype "])
def test_a_head_line_is_not_a_parent(name: str) -> None:
    assert header_of(name) == "oudertype"


@pytest.mark.parametrize(
    ("name", "looks"),
    [("Bram", True), ("Meneer De Vries", True), ("Kortom", False), ("Let op", False), ("bram", False)],
)
def test_what_looks_like_a_name(name: str, looks: bool) -> None:
    assert looks_like_speaker(name) is looks
