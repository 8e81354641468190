"""What an author wrote but no conversation reaches is found with the rules of the conversation itself."""

from __future__ import annotations

import pytest

from bot.content.case import Case, Probe
from bot.content.library import load_case
from bot.parent.reach import case_reach


@pytest.fixture
def case() -> Case:
    found = load_case("sem_maandagmoe")
    assert found
    return found


def told(case: Case, **probe: object) -> list[str]:
    made = Probe(**{"id": "x", "acts": ["kritiek"], "topic": "slaap", "lines": ["Een.", "Twee."], **probe})
    return [problem.place for problem in case_reach("x.yml", case.copy(update={"probes": (made,)}))]


def test_shipped_probes_all_come_up(case: Case) -> None:
    assert list(case_reach("x.yml", case)) == []


@pytest.mark.parametrize(
    "probe",
    [
        {"acts": ["wil_weg", "boos"], "tension": ["midden"]},
        {"acts": ["grens_over"], "tension": ["laag"]},
        {"acts": ["kritiek"], "tension": []},
    ],
)
def test_a_probe_that_never_fits_is_told(case: Case, probe: dict[str, object]) -> None:
    assert told(case, **probe) == ["probes > x"]


def test_a_probe_that_fits_is_not(case: Case) -> None:
    assert told(case) == [] and told(case, acts=["wil_weg", "boos"], tension=["hoog"]) == []


def test_an_unknown_topic_is_told_elsewhere(case: Case) -> None:
    assert told(case, topic="paarden") == []
