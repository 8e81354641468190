"""Real personal data is noticed; the words of the case, and plain talk, are left in peace."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.catalogue import all_cases, persons_of, types
from bot.privacy.find import find_personal, mask_personal, words_of
from bot.privacy.known import known_words

ROOT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 11, 24)
MEASURED = ("gewone_beurten", "beurten_dev", "korte_beurten")


def masked(text: str, *known: str) -> str:
    return mask_personal(text, find_personal(text, words_of(*known), TODAY))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mail naar jan.de-vries@basisschool.nl.", "Mail naar [e-mailadres]."),
        ("Bel 06-12345678 of 030 2345678.", "Bel [telefoonnummer] of [telefoonnummer]."),
        ("Bel 0612345678, +31 6 12345678 of 0348-123456.", "Bel [telefoonnummer], [telefoonnummer] of [telefoonnummer]."),
        ("Haar BSN is 111222333.", "Haar BSN is [BSN]."),
        ("Op NL91 ABNA 0417 1643 00 graag.", "Op [rekeningnummer] graag."),
        ("Ze wonen op de Kerkstraat 12a.", "Ze wonen op de [adres]."),
        ("Het is Lange Dreef 4, 3511 AB Utrecht.", "Het is [adres] Utrecht."),
        ("Postcode 3511 AB.", "Postcode [adres]."),
        ("Hij is geboren op 12-03-2018.", "Hij is geboren op [geboortedatum]."),
        ("Haar geboortedatum is 3 maart 2018.", "Haar geboortedatum is [geboortedatum]."),
        ("Op 12-03-2016 kwam ze ter wereld.", "Op [geboortedatum] kwam ze ter wereld."),
        ("Ik sprak met Pieter Jansen.", "Ik sprak met [naam]."),
        ("Pieter Jansen belde.", "[naam] belde."),
        ("Fatima el Bouzidi kwam ook.", "[naam] kwam ook."),
        ("Is meneer van der Berg de vader?", "Is meneer [naam] de vader?"),
        ("Dat hoorde ik van Anouk's moeder en van Kees.", "Dat hoorde ik van [naam]'s moeder en van [naam]."),
        ("Ik zag Sem Bakker op het plein.", "Ik zag [naam] op het plein."),
    ],
)  # fmt: skip
def test_personal_data_is_found_and_masked(text: str, wanted: str) -> None:
    assert masked(text, "Sem") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Dag mevrouw De Wit, ik maak me zorgen over Sem en over Sems moeder.",
        "Ik ben Anja, de juf van groep 5.",
        "Mijn naam is meester Tom.",
        "Bel 112 of Veilig Thuis: 0800-2000.",
        "Het schoolplein 3 keer, Onderweg 2 keer, vier maandagen in 2026.",
        "Op 12 maart 2026 om 10.30 uur, en op 3-11-2026.",
        "Uw zoon haalde 123456780 punten.",
        "In 2026 IB'er geworden. Groep 5 B, lokaal 12 A.",
        "Mooi. Stap voor stap. Roos op het plein.",
        "Maandag, in Utrecht, met Kerst en in Mei.",
        "Hij is op 3 maart jarig, hoorde ik.",
        "Ze scoorde 85 procent op 1.234 sommen.",
    ],
)
def test_plain_talk_is_no_alarm(text: str) -> None:
    found = find_personal(text, words_of("Karin De Wit", "Sem", "Roos"), TODAY)
    assert [item.text for item in found] == []


def test_only_a_number_that_passes_the_check_is_a_bsn() -> None:
    assert [item.kind for item in find_personal("111222333 en 123456782 en 123456789 en 000000000")] == [
        "bsn"
    ] * 2


def transcripts() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in sorted((ROOT / "tests" / "conversations").rglob("*.yml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        cases = {case.id for case in all_cases()}
        if isinstance(data, dict) and "beurten" in data and data.get("casus") in cases:
            found.append((path.name, data))
    return found


OTHER_CHILDREN = {"Lisa", "Noa", "Sara", "Bas"}
"""Named on purpose in bad conversations: other children of the class."""


def test_no_false_alarm_in_conversations_about_our_cases() -> None:
    turns = alarms = 0
    for name, data in transcripts():
        persons = persons_of(data["oudertype"])
        known = frozenset().union(*(known_words(data["casus"], person.id) for person in persons))
        for text in (turn["leraar"] for turn in data["beurten"] if turn.get("leraar")):
            turns += 1
            found = {item.text for item in find_personal(text, known)} - OTHER_CHILDREN
            alarms += bool(found)
            assert found == set(), f"{name}: {text}"
    assert turns > 100 and alarms == 0


def test_no_text_of_a_case_or_person_alarms_in_its_own_exercise() -> None:
    persons = [person for kind in types() for person in persons_of(kind.id)]
    for case in all_cases():
        texts = json.dumps(case.dict(), ensure_ascii=False, default=str)
        assert find_personal(texts, known_words(case.id, persons[0].id), TODAY) == []


def test_in_measured_turns_only_names_are_found() -> None:
    """Turns about other children than the case in hand: nothing but their names, and few turns."""
    texts = [
        json.loads(line)["tekst"]
        for name in MEASURED
        for line in (ROOT / "tests" / "data" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    found = [find_personal(text, today=TODAY) for text in texts]
    assert {item.kind for items in found for item in items} == {"naam"}
    assert sum(bool(items) for items in found) / len(texts) < 0.06


@pytest.mark.parametrize(
    "part",
    [
        "Jan ",
        "a",
        "0",
        "ik zag Jan Jansen ",
        "geboren ",
        "van de ",
        "meneer van de ",
        "A",
        "06-",
        "a.",
        "a@a.",
    ],
)
def test_a_long_text_takes_no_time(part: str) -> None:
    begun = time.perf_counter()
    find_personal((part * 20_000)[:20_000])
    assert time.perf_counter() - begun < 2
