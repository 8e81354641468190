"""How scores spread and what the group misses."""

from __future__ import annotations

from talks import COLD, WARM, finished, standing

from bot.group.overview import missed, spreads


def test_nothing_is_told_of_two() -> None:
    two = [finished(WARM), finished(COLD)]
    assert spreads(two) == () and missed(two) == ()


def test_scores_are_sorted_with_their_middle() -> None:
    rows = {row.id: row for row in spreads(standing(WARM, COLD, COLD).finished)}
    total = rows["totaal"]
    assert list(total.scores) == sorted(total.scores) and len(total.scores) == 3
    assert total.lowest == total.middle < total.highest
    assert rows["relatie"].name == "Relatie"


def test_a_competence_few_have_a_score_for_is_left_out() -> None:
    rows = spreads([finished(("Dag.",)) for _ in range(3)])
    assert all(len(row.scores) >= 3 for row in rows)


def test_focus_comes_first_and_counts_are_right() -> None:
    rows = missed(standing(WARM, COLD, COLD).finished, ["boosheid_erkennen"])
    assert rows[0].id == "boosheid_erkennen" and rows[0].focus
    assert (rows[0].came_up, rows[0].missed) == (3, 2)
    rest = [row.missed for row in rows[1:]]
    assert rest == sorted(rest, reverse=True) and all(rest)
