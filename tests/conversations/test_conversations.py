"""Whole conversations with the labels the trained analysis gives: does the parent take the expected course?"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from bot.analysis import load_analyzer
from bot.analysis.artefact import ArtefactError
from bot.content.files import read_yaml
from bot.exercise import Exchange, Reply, Setup
from bot.parent import open_conversation
from bot.play import Analyzer, play_all

HERE = Path(__file__).parent
EXPECTED: dict[str, dict[str, str | int]] = read_yaml(HERE / "verwachtingen.yml")
SHARES, RECOGNISES = 2.0, 1.0
"""Places on the ladder of insight (0 to 3): shares the concern, recognises it."""

SLACK = 0.05
"""Change (0 to 1) within which a measure counts as unchanged."""

NO_QUESTIONS = 2
"""Most question marks in one reply of the parent: a tag and a question, never two questions at length."""


@lru_cache(maxsize=1)
def _analyzer() -> Analyzer | None:
    try:
        return load_analyzer()
    except ArtefactError:
        return None


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    found = _analyzer()
    if found is None:
        pytest.skip("er is geen getraind model (models/analyse.npz); draai eerst: oefenouder train")
    return found


@lru_cache(maxsize=64)
def _played(name: str) -> tuple[Setup, tuple[Exchange, ...]]:
    written, wanted = read_yaml(HERE / f"{name}.yml"), EXPECTED[name]
    setup = Setup(
        form=written["gespreksvorm"],
        type=written["oudertype"],
        case=written["casus"],
        person=str(wanted["persoon"]),
        difficulty=wanted["niveau"],  # type: ignore[arg-type]
        seed=int(wanted["zaad"]),
    )
    found = _analyzer()
    assert found is not None
    return setup, play_all(found, setup, [turn["leraar"] for turn in written["beurten"]])


def _replies(name: str) -> list[Reply]:
    return [exchange.reply for exchange in _played(name)[1] if exchange.reply]


def _by(teacher: str) -> list[str]:
    return [name for name, wanted in EXPECTED.items() if wanted["leraar"] == teacher]


def test_every_transcript_has_an_expectation() -> None:
    written = {path.stem for path in HERE.glob("*.yml")} - {"verwachtingen", "test_opdrachten"}
    assert written == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_reply_says_something_new(analyzer: Analyzer, name: str) -> None:
    setup, _ = _played(name)
    texts = [open_conversation(setup).text, *(reply.text for reply in _replies(name))]
    lines = [line for text in texts for line in re.split(r"(?<=[.!?…]) |\(.*?\)", text) if len(line) > 30]
    assert all(text.strip() for text in texts)
    assert len(set(texts)) == len(texts)
    assert len(set(lines)) == len(lines)
    assert all(text.count("?") <= NO_QUESTIONS for text in texts[1:])


@pytest.mark.parametrize("name", _by("goed"))
def test_a_good_teacher_ends_calmer_trusted_and_agreed(analyzer: Analyzer, name: str) -> None:
    setup, _ = _played(name)
    start, end = open_conversation(setup).state, _replies(name)[-1]
    assert end.state.spanning < start.spanning - SLACK
    assert end.state.vertrouwen > start.vertrouwen + SLACK
    assert end.state.ladder >= (RECOGNISES if setup.difficulty == "moeilijk" else 1.5)
    assert end.ending == "afspraak"


def test_most_good_teachers_get_the_concern_shared(analyzer: Analyzer) -> None:
    shared = [name for name in _by("goed") if _replies(name)[-1].state.ladder >= SHARES]
    assert len(shared) >= 0.7 * len(_by("goed")), shared


@pytest.mark.parametrize("name", _by("matig"))
def test_a_mediocre_teacher_gets_recognition_at_best(analyzer: Analyzer, name: str) -> None:
    assert _replies(name)[-1].state.ladder < SHARES


@pytest.mark.parametrize("name", _by("slecht"))
def test_a_bad_teacher_loses_the_parent(analyzer: Analyzer, name: str) -> None:
    setup, _ = _played(name)
    start, end = open_conversation(setup).state, _replies(name)[-1]
    assert end.state.spanning > start.spanning - SLACK
    assert end.state.vertrouwen < start.vertrouwen
    assert end.state.ladder < SHARES
    assert end.ending != "afspraak"


def test_a_trio_is_ordered_by_trust(analyzer: Analyzer) -> None:
    for kind in {name.rpartition("_")[0] for name in _by("slecht")}:
        good, fair, bad = (_replies(f"{kind}_{end}")[-1].state for end in ("goed", "matig", "slecht"))
        assert bad.vertrouwen < fair.vertrouwen < good.vertrouwen, kind


def test_an_angry_parent_answers_a_general_invitation_with_the_grievance(analyzer: Analyzer) -> None:
    for name in ("boos_goed", "boos_slecht", "boos_kort_getypt"):
        first = _replies(name)[0]
        assert any("gesteld_eigen_punt" in key or "valt_leraar_aan" in key for key in first.used), name
