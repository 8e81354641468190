"""Probes against guidelines: what tests nothing, and what nothing tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.case import Case
from bot.content.check_probes import needs_probe, probe_problems
from bot.content.guideline import Guideline
from bot.content.library import load_guidelines
from bot.content.own import read_case
from bot.content.template import template_text

GUIDELINES = load_guidelines()
NAMED = {item.id: item for item in GUIDELINES}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    path = tmp_path / "mijn_casus.yml"
    path.write_text(template_text("casus", "mijn_casus"), encoding="utf-8")
    found = read_case(path)[1]
    assert found
    return found


def with_probe(case: Case, *guidelines: str) -> Case:
    probe = case.probes[0].copy(update={"guidelines": guidelines})
    return case.copy(update={"probes": (probe, *case.probes[1:])})


def told(case: Case) -> list[str]:
    return [problem.message for problem in probe_problems([case], GUIDELINES) if "mijn_casus" in problem.file]


def test_a_probe_that_names_none(case: Case) -> None:
    assert told(case) == []
    assert "noemt geen richtlijn" in told(with_probe(case))[0]


@pytest.mark.parametrize(
    ("guideline", "words"),
    [
        ("boosheid_erkennen", "zijn aanleiding is boos"),
        ("kader_noemen", "geldt niet in de gespreksvormen"),
        ("plicht_van_school_uitleggen", "geldt alleen voor verwaarlozend"),
        ("uit_laten_praten", "is in tekst niet te zien"),
    ],
)
def test_a_probe_that_cannot_test_what_it_names(case: Case, guideline: str, words: str) -> None:
    assert [words in line for line in told(with_probe(case, guideline))] == [True]


def test_a_guideline_that_nothing_tests() -> None:
    new = NAMED["boosheid_erkennen"].copy(update={"id": "nieuw"})
    plain = NAMED["welkom_heten"].copy(update={"id": "gewoon"})
    found = probe_problems([], (*GUIDELINES, new, plain))
    assert [(p.place, p.message.split(";")[0]) for p in found if p.place in ("nieuw", "gewoon")] == [
        ("nieuw", "heeft geen proef"),
        ("gewoon", "heeft geen proef en geen vast moment"),
    ]


def test_only_the_parent_can_give_some_occasions() -> None:
    def needs(name: str) -> bool:
        item: Guideline = NAMED[name]
        return needs_probe(item)

    assert needs("boosheid_erkennen") and needs("geen_verwijt")
    assert not needs("welkom_heten") and not needs("doel_voor_feiten") and not needs("vervolg_afspreken")
