"""Files to keep: safe for a spreadsheet, without nicknames."""

from __future__ import annotations

import csv
import io
import json

import pytest
from talks import COLD, WARM, finished, standing

from bot.group.export import export_json, figures_csv, moments_csv, overview, safe_cell
from bot.group.model import Standing


def _rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "=cmd|' /C calc'!A0", "\n=1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


def test_ordinary_cells_stay_as_they_are() -> None:
    assert [safe_cell(x) for x in ("Dag.", 12, "", "a=1")] == ["Dag.", "12", "", "a=1"]


def test_a_turn_that_is_a_formula_is_kept_as_text() -> None:
    attack = '=HYPERLINK("http://kwaad.example";"klik")'
    rows = _rows(moments_csv(standing((attack,), WARM, COLD)))
    assert any(row[3] == f"'{attack}" for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_figures_have_a_row_for_each_and_empty_cells_without_a_score() -> None:
    rows = _rows(figures_csv(standing(WARM, COLD, ("Dag.",))))
    assert rows[0][:2] == ["gesprek", "totaal"] and len(rows) == 4
    assert {len(row) for row in rows} == {9}
    assert "" in [cell for row in rows for cell in row]


def test_two_conversations_are_too_few_for_any_figure() -> None:
    few = standing(WARM, COLD)
    assert len(_rows(figures_csv(few))) == len(_rows(moments_csv(few))) == 1
    assert overview(few)["genoeg"] is False


def test_no_file_holds_a_nickname() -> None:
    whole = standing(("Ik heet Zebrapad.",), WARM, COLD, names=["Zebrapad", "Hoge Hoed", "Kwik"])
    for text in (json.dumps(export_json(whole)), figures_csv(whole), moments_csv(whole)):
        assert not any(name in text for name in ("Zebrapad", "Hoge Hoed", "Kwik"))
    assert [one["nickname"] for one in overview(whole)["deelnemers"]] == ["Zebrapad", "Hoge Hoed", "Kwik"]


def test_the_same_whatever_the_order_of_finishing() -> None:
    talks = (finished(WARM), finished(COLD), finished(("Dag.",)))
    one, other = (Standing(standing().group, (), order) for order in (talks, talks[::-1]))
    assert figures_csv(one) == figures_csv(other) and moments_csv(one) == moments_csv(other)
