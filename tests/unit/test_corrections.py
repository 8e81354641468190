"""Corrections: lines that `evalueer` reads, only of turns with an objection."""

from __future__ import annotations

import json
from pathlib import Path

from test_tracker import START, play

from bot.cli.evalueer import read_labelled
from bot.corrections import as_lines, corrected_turns
from bot.tracker import record_from_events


def given(number: int, kind: str, about: str) -> dict[str, object]:
    return {"beurt": number, "soort": kind, "label": about, "reden": "daarom"}


def lines(*objections: dict[str, object]) -> list[dict[str, object]]:
    record = record_from_events(play(START, "Dat spijt me.", "Wat is er? Dat is uw schuld.").stored["a"])
    assert record is not None
    return list(corrected_turns(record, objections, "2026-11-24-1"))


def test_only_turns_with_an_objection_in_their_context() -> None:
    (line,) = lines(given(2, "label", "verwijt"), given(2, "mist", "doel"))
    assert line["id"] == "2026-11-24-1-2" and line["eerder"] == ["Dat spijt me."]
    assert line["tekst"] == "Wat is er? Dat is uw schuld." and line["ouder"]
    assert (line["vraagtypen"], line["zetten"], line["valkuilen"]) == (["open"], ["doel"], [])
    assert [item["reden"] for item in line["oneens"]] == ["daarom", "daarom"]  # type: ignore[index, attr-defined]


def test_the_first_turn_answers_the_opening() -> None:
    (line,) = lines(given(1, "mist", "doel"))
    assert line["ouder"] and line["eerder"] == []


def test_an_objection_to_a_remark_leaves_the_labels() -> None:
    (line,) = lines(given(2, "opmerking", "verwijt"), given(2, "richtlijn", "iets"))
    assert line["valkuilen"] == ["verwijt"]


def test_evalueer_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "correcties.jsonl"
    path.write_text(as_lines(lines(given(1, "mist", "doel"), given(2, "label", "verwijt"))), encoding="utf-8")
    found = read_labelled(path)
    assert [line.text for line in found] == ["Dat spijt me.", "Wat is er? Dat is uw schuld."]
    assert found[0].data["zetten"] == ["excuses", "doel"]
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[1])["ook_goed"] == []
