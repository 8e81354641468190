"""Address: with `u` or with `je`, as the trainee does, in correct Dutch."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from making import exercise

from bot.content.library import load_guidelines, load_rewrites
from bot.debrief.address import says_je, to_je
from bot.debrief.rewrite import better
from bot.debrief.talk import read_talk
from bot.exercise import Exercise


def _lines() -> list[str]:
    rewrites = load_rewrites()
    found = [
        x for group in (rewrites.topics, rewrites.labels, rewrites.shown) for v in group.values() for x in v
    ]
    found += [*rewrites.plain.values(), *rewrites.about_topic]
    found += [x for items in rewrites.special.values() for item in items for x in item.lines]
    return found + [x for guideline in load_guidelines() for x in guideline.examples]


@pytest.mark.parametrize(
    ("formal", "informal"),
    [
        ("Wat merkt u daar thuis van?", "Wat merk je daar thuis van?"),
        ("Fijn dat u er bent. Gaat u zitten.", "Fijn dat je er bent. Ga zitten."),
        ("Hoe gaat het bij u thuis?", "Hoe gaat het bij jullie thuis?"),
        ("Wat is voor u haalbaar?", "Wat is voor jou haalbaar?"),
        ("Hebt u een idee? U kent uw kind.", "Heb je een idee? Je kent je kind."),
        ("Ik hoor dat u zich zorgen maakt.", "Ik hoor dat je je zorgen maakt."),
        ("Waar maakt u zich zorgen over?", "Waar maak je je zorgen over?"),
        ("Wat houdt u het meest bezig?", "Wat houdt je het meest bezig?"),
        ("Waar komt dat volgens u vandaan?", "Waar komt dat volgens jou vandaan?"),
        ("Wat zag Sem? Mila nu ook.", "Wat zag Sem? Mila nu ook."),
    ],
)
def test_a_sentence_is_said_with_je(formal: str, informal: str) -> None:
    assert to_je(formal) == informal


@pytest.mark.parametrize("line", _lines())
def test_no_line_keeps_u_or_a_verb_that_does_not_fit(line: str) -> None:
    said = to_je(line)
    assert not re.search(r"(?<![\w'])(u|uw)(?![\w'])", said, re.IGNORECASE)
    assert not re.search(r"\b(merkt|ziet|denkt|hebt|wilt|kunt|vindt|hoort|kijkt|herkent|bent) je\b", said)
    doubled = r"\b(\w+) \1\b"
    assert len(re.findall(doubled, said.replace("je je", "je"))) <= len(re.findall(doubled, line))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Wat zou jij zelf willen?"], True),
        (["Wat zou u willen? Je weet het niet."], False),
        (["Ja."], False),
    ],
)
def test_the_address_follows_the_trainee(texts: list[str], expected: bool) -> None:
    assert says_je(texts) is expected


def _better(text: str) -> str:
    talk: Exercise = exercise("kort > gesloten", "kort > gesloten")
    first = talk.exchanges[0]
    said = replace(first, turn=replace(first.turn, text=text, spans=()))
    made = read_talk(replace(talk, exchanges=(said,)))
    return better("gesloten", made, made.turns[0])


def test_a_better_sentence_speaks_as_the_trainee_does() -> None:
    assert not re.search(r"\b[Uu]w?\b", _better("Heb jij dat gezien?"))
    assert not re.search(r"\b[Jj](e|ij|ouw|ullie)\b", _better("Heeft u dat gezien?"))
