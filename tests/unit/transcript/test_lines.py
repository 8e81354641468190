"""Plain text: who speaks, what belongs to a turn, and what is nobody's."""

from __future__ import annotations

import pytest

from bot.transcript.lines import read_lines
from bot.transcript.model import Draft


def read(text: str) -> Draft:
    draft = Draft()
    read_lines(text, draft)
    return draft


def turns(text: str) -> list[tuple[str, str]]:
    return [(said.speaker, said.text) for said in read(text).turns]


@pytest.mark.parametrize(
    "line",
    [
        "Leraar: Dag.",
        "leraar : Dag.",
        "L: Dag.",
        "Juf: Dag.",
        "Juf Anna: Dag.",
        "IB'er: Dag.",
        "IB’er: Dag.",
        "Intern begeleider: Dag.",
        "\tLeraar:\tDag.",
        "Leraar\tDag.",
        "**Leraar:** Dag.",
        "**Leraar**: Dag.",
        "__L__: Dag.",
        "- Leraar: Dag.",
        "3. Leraar: Dag.",
        "> Leraar: Dag.",
        "[00:12] Leraar: Dag.",
        "00:12 Leraar: Dag.",
        "(0:12) Leraar: Dag.",
        "[00:00:12,500 - 00:00:14,000] Leraar: Dag.",
        "Leraar [00:12]: Dag.",
        "<b>Leraar:</b> Dag.",
        "Leraar (Anna): Dag.",
        "Leraar：Dag.",
        "Leraar 1: Dag.",
        "LERAAR\nDag.",
        "Leraar:\nDag.",
    ],
)
def test_many_ways_to_write_who_speaks(line: str) -> None:
    assert turns(line) == [("leraar", "Dag.")] and read(line).unclear == []


@pytest.mark.parametrize(
    "name", ["Ouder", "O", "Moeder", "Vader", "Moeder van Sem", "Ouder 2", "Opa", "MOEDER"]
)
def test_many_names_for_the_parent(name: str) -> None:
    assert turns(f"{name}: Nee.") == [("ouder", "Nee.")]


def test_what_the_speaker_does_stays() -> None:
    assert turns("Moeder (zucht): Nee.") == [("ouder", "(zucht) Nee.")]


@pytest.mark.parametrize(
    "more",
    [
        "en dat om 10:15 uur",
        "Let op: hij is moe.",
        "Kortom: hij is moe.",
        "12:30 kan ik wel",
        "mijn vraag is: hoe nu?",
    ],
)
def test_a_line_without_speaker_goes_on(more: str) -> None:
    assert turns(f"Leraar: Dag\n\n{more}") == [("leraar", f"Dag {more}")]


def test_two_speakers_on_one_line_are_two() -> None:
    assert turns("Leraar: Dag. Moeder: Hoi! Leraar: Zit.") == [
        ("leraar", "Dag."),
        ("ouder", "Hoi!"),
        ("leraar", "Zit."),
    ]


@pytest.mark.parametrize("name", ["Directeur", "M", "Bram", "Meneer De Vries", "Mevrouw van den Berg"])
def test_words_of_an_unknown_speaker_are_put_in_nobodys_mouth(name: str) -> None:
    draft = read(f"Leraar: Dag.\n{name}: Hallo,\nik ook.\nOuder: Hoi.")
    assert [(said.speaker, said.text) for said in draft.turns] == [("leraar", "Dag."), ("ouder", "Hoi.")]
    assert [item.line for item in draft.unclear] == [2, 3] and name in draft.unclear[0].why


def test_a_direction_belongs_to_the_parent_or_to_nobody() -> None:
    draft = read("Ouder: Nou.\n[huilt]\nLeraar: Dag.\n(stilte)")
    assert [said.text for said in draft.turns] == ["Nou. [huilt]", "Dag."]
    assert [item.line for item in draft.unclear] == [4]


def test_a_parent_with_nothing_to_say_keeps_the_turns_apart() -> None:
    draft = read("Leraar: Dag.\nOuder:\nLeraar: Zit.\nLeraar:")
    assert [said.text for said in draft.turns] == ["Dag.", "(stilte)", "Zit."]
    assert [item.line for item in draft.unclear] == [2, 4]


def test_the_head_comes_first_and_once() -> None:
    draft = read("Casus: Sem\nCasus: Bo\nLeraar: Dag.\nOudertype: boos")
    assert draft.head == {"casus": "Sem"} and [item.line for item in draft.unclear] == [2, 4]


def test_rules_and_times_alone_are_layout() -> None:
    assert read("---\n[00:01]\n00:00:01,000 --> 00:00:02,000\n***\nLeraar: Dag.").unclear == []
