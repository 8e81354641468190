"""Counting right, wrong and missed labels."""

from __future__ import annotations

import pytest

from bot.evaluation.scores import Tally, macro


def tally(*rows: tuple[dict, list[str]]) -> Tally:  # type: ignore[type-arg]
    made = Tally()
    for gold, zetten in rows:
        made.add(gold, {"vraagtypen": [], "zetten": zetten, "valkuilen": []})
    return made


def test_precision_recall_and_f1() -> None:
    made = tally(({"zetten": ["doel"]}, ["doel"]), ({"zetten": []}, ["doel"]), ({"zetten": ["doel"]}, []))
    (score,) = made.scores("zetten")
    assert (score.right, score.wrong, score.missed) == (1, 1, 1)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_ook_goed_counts_neither_way() -> None:
    made = tally(({"zetten": [], "ook_goed": ["doel"]}, ["doel"]), ({"zetten": [], "ook_goed": ["doel"]}, []))
    assert made.scores("zetten") == []


def test_macro_is_the_mean_over_labels_not_over_turns() -> None:
    rows = [({"zetten": ["doel"]}, ["doel"])] * 9 + [({"zetten": ["zorg"]}, [])]
    assert macro(tally(*rows).scores("zetten")) == pytest.approx(0.5)
    assert macro([]) == 0.0


def test_a_label_only_ever_given_wrongly_costs() -> None:
    assert macro(tally(({"zetten": []}, ["doel"])).scores("zetten")) == 0.0
