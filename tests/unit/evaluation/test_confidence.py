"""The interval, recommended-or-not, and the share abstained."""

from __future__ import annotations

from bot.evaluation.confidence import (
    Judged,
    abstained,
    discouraged,
    macro_interval,
    micro_precision,
    recommended_accuracy,
    tally_of,
)


def row(gold: dict[str, list[str]], unsure: tuple[str, ...] = (), **found: list[str]) -> Judged:
    return Judged(gold, {"vraagtypen": [], "zetten": [], "valkuilen": [], **found}, unsure)


def test_the_interval_is_a_point_when_every_turn_is_right_and_wide_when_half_is() -> None:
    good = [row({"zetten": ["doel"]}, zetten=["doel"])] * 20
    assert macro_interval(good, "zetten") == (1.0, 1.0)
    low, high = macro_interval([*good[:10], *[row({"zetten": ["doel"]})] * 10], "zetten")
    assert low < 0.6 < 0.7 < high
    assert macro_interval(good, "valkuilen") == (0.0, 0.0)


def test_the_share_of_given_labels_that_is_right_counts_every_label_alike() -> None:
    rows = [
        row({"zetten": ["doel", "dank"]}, zetten=["doel", "dank"]),
        row({"zetten": ["doel"]}, zetten=["doel", "excuses"]),
        row({"zetten": ["dank"]}),
    ]
    assert micro_precision(tally_of(rows), "zetten") == 3 / 4
    assert micro_precision(tally_of(rows), "valkuilen") == 1.0


def test_what_the_documents_advise_against() -> None:
    assert {"verwijt", "suggestief", "meervoudig"} <= discouraged()
    assert not {"open", "zorg"} & discouraged()


def test_recommended_or_not_counts_any_advised_against_label_and_lets_doubt_pass() -> None:
    rows = [
        row({"valkuilen": ["verwijt"]}, valkuilen=["oordeel"]),
        row({"vraagtypen": ["open"]}, vraagtypen=["open", "suggestief"]),
        row({"valkuilen": [], "ook_goed": ["verwijt"]}, valkuilen=["verwijt"]),
        row({"valkuilen": ["dreigen"]}),
    ]
    assert recommended_accuracy(rows) == 0.5


def test_share_abstained() -> None:
    assert abstained([row({}), row({}, unsure=("verwijt",))]) == 0.5
    assert abstained([]) == 0.0
