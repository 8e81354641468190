"""The point of the score: a better teacher gets a higher total, by a clear distance."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from making import TRIOS, exercise, script

from bot.debrief import build

FORMS = ("tienminutengesprek", "extra_gesprek", "meldcode_stap_3")
LEAST_GAP = 30


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", sorted(TRIOS))
def test_good_beats_mediocre_beats_bad_in_every_form(kind: str, form: str) -> None:
    total = {name: build(script(kind, name, form)).totaal for name in ("good", "mediocre", "polite", "rude")}
    assert total["good"] > total["mediocre"] > max(total["polite"], total["rude"]), total
    assert total["good"] - max(total["polite"], total["rude"]) >= LEAST_GAP, total


@pytest.mark.parametrize("kind", sorted(TRIOS))
def test_a_good_teacher_hardly_misses_anything(kind: str) -> None:
    debrief = build(script(kind, "good"))
    assert [g.id for g in debrief.richtlijnen if g.status == "gemist"][1:] == []
    assert debrief.totaal >= 80


@pytest.mark.parametrize("kind", sorted(TRIOS))
def test_six_good_turns_are_better_than_ten_bad_ones(kind: str) -> None:
    short = exercise(*TRIOS[kind]["good"][:6], form=TRIOS[kind]["form"], kind=kind)
    assert build(short).totaal >= build(script(kind, "polite")).totaal + 20


def test_saying_hardly_anything_never_scores_high() -> None:
    assert build(exercise()).totaal == 0
    assert build(exercise("neutraal > welkom")).totaal <= 20
    assert build(exercise("neutraal > welkom", "kort > ")).totaal <= 20
    silent = exercise(*["neutraal > "] * 8)
    assert build(silent).totaal < 45


def test_one_instance_gives_neither_100_nor_0() -> None:
    scores = build(exercise("neutraal > welkom", "neutraal > open", "neutraal > ")).competenties
    assert all(c.score is None or 0 < c.score < 100 for c in scores.values())


def test_more_of_a_pitfall_costs_more() -> None:
    def valkuilen(count: int) -> int:
        turns = ["neutraal > verwijt"] * count + ["neutraal > open"] * (8 - count)
        return build(exercise(*turns)).competenties["valkuilen"].score or 0

    scores = [valkuilen(n) for n in range(9)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_same_exercise_same_debrief_also_with_another_hash_seed() -> None:
    code = (
        "import sys, json; sys.path.insert(0, sys.argv[1]); from making import script; "
        "from bot.debrief import build; print(json.dumps(build(script('boos', 'mediocre')).to_dict()))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    here = build(script("boos", "mediocre")).to_dict()
    assert json.loads(runs[0]) == json.loads(json.dumps(here))
