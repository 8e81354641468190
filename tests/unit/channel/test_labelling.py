"""Labelling together: blind until all are done, and only for who takes part."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fakes import WordAnalyzer

from bot.channel.faults import Fault
from bot.channel.guesses import Guesses
from bot.channel.labelling import Labellings
from bot.group.pasted import read_pasted
from bot.storage.database import SqliteDatabase
from bot.storage.labelling import LabellingStore

OWNER, ME, OTHER = "w" * 43, "m" * 43, "o" * 43
TEXT = "Ouder: U zou bellen.\nLeraar: Dat spijt me.\nOuder: Nou.\nLeraar: Wat wilt u?"


class Table:
    """A conversation of two turns, put up for labelling."""

    def __init__(self, folder: Path, people: int = 2) -> None:
        store = LabellingStore(SqliteDatabase(folder / "labels.db"))
        self.desk = Labellings(store, Guesses(), WordAnalyzer)
        self.code: str = self.desk.make(OWNER, {"mensen": people, "titel": "Sem"}, read_pasted(TEXT))["code"]

    def join(self, browser: str, name: str) -> dict[str, Any]:
        return self.desk.join(browser, self.code, {"bijnaam": name}, "here")

    def label(self, browser: str, turn: int, *labels: str) -> None:
        self.desk.label(browser, self.code, turn, {"labels": list(labels)}, "here")

    def all_of(self, browser: str, name: str, first: str, second: str) -> None:
        self.join(browser, name)
        self.label(browser, 1, first)
        self.label(browser, 2, second)
        self.desk.finish(browser, self.code, "here")

    def outcome(self, browser: str) -> dict[str, Any]:
        return asyncio.run(self.desk.outcome(browser, self.code, "here"))


def fault(job: Callable[[], Any]) -> Fault:
    with pytest.raises(Fault) as caught:
        job()
    assert str(caught.value) and "\n" not in str(caught.value)
    return caught.value


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def test_nobody_sees_what_the_other_gave_before_both_are_done(table: Table) -> None:
    table.all_of(ME, "Anna", "excuses", "open")
    table.join(OTHER, "Bo")
    seen = table.desk.look(OTHER, table.code, "here")
    assert seen["labelaars"] == [{"bijnaam": "Anna", "klaar": True}, {"bijnaam": "Bo", "klaar": False}]
    assert seen["ik"]["labels"] == (None, None) and not seen["uitkomst"]
    for who in (ME, OTHER, OWNER):
        assert fault(lambda who=who: table.outcome(who)).status == 409
        assert fault(lambda who=who: table.desk.export(who, table.code, "here")).status == 409


def test_once_done_all_see_where_they_differ(table: Table) -> None:
    table.all_of(ME, "Anna", "excuses", "open")
    table.all_of(OTHER, "Bo", "excuses", "verwachting")
    found = table.outcome(OWNER)
    assert [(pair["first"], pair["second"]) for pair in found["paren"]] == [
        ("Anna", "Bo"),
        ("Anna", "analyse"),
        ("Bo", "analyse"),
    ]
    assert found["paren"][1]["kappa"] == 1, "the analysis of the fakes agrees with Anna"
    assert {(one["turn"], one["label"]) for one in found["verschillen"]} == {(2, "open"), (2, "verwachting")}
    lines = [json.loads(line) for line in table.desk.export(ME, table.code, "here").splitlines()]
    assert lines[0]["zetten"] == ["excuses"] and lines[1]["ook_goed"] == ["open", "verwachting"]
    assert "Anna" not in str(lines)


def test_one_alone_is_compared_with_the_analysis(tmp_path: Path) -> None:
    table = Table(tmp_path, people=1)
    table.all_of(ME, "Anna", "excuses", "open")
    assert len(table.outcome(ME)["paren"]) == 1
    assert fault(lambda: table.join(OTHER, "Bo")).status == 409


def test_final_is_final_and_every_turn_counts(table: Table) -> None:
    table.join(ME, "Anna")
    table.label(ME, 1)
    assert fault(lambda: table.desk.finish(ME, table.code, "here")).status == 409
    table.label(ME, 2, "open")
    table.desk.finish(ME, table.code, "here")
    assert fault(lambda: table.label(ME, 1, "open")).status == 409
    assert table.desk.look(ME, table.code, "here")["ik"]["labels"] == ((), ("open",))


def test_a_name_or_a_third_that_cannot_be(table: Table) -> None:
    table.join(ME, "Anna")
    assert fault(lambda: table.join(OTHER, "anna")).status == 409
    assert fault(lambda: table.join(OTHER, "")).status == 422
    table.join(OTHER, "Bo")
    assert table.join(ME, "Iets anders")["ik"]["bijnaam"] == "Anna"
    assert fault(lambda: table.join("d" * 43, "Cem")).status == 409


def test_a_stranger_reads_no_turn_and_gives_no_label(table: Table) -> None:
    table.join(ME, "Anna")
    seen = table.desk.look(OTHER, table.code, "here")
    assert seen["beurten"] == [] and seen["ik"] is None
    assert fault(lambda: table.label(OTHER, 1, "open")).status == 404
    assert fault(lambda: table.outcome(OTHER)).status == 404
    assert fault(lambda: table.desk.remove(ME, table.code, "here")).status == 403


@pytest.mark.parametrize("turn", [0, 3, 999])
def test_a_turn_that_is_not_there(table: Table, turn: int) -> None:
    table.join(ME, "Anna")
    assert fault(lambda: table.label(ME, turn, "open")).status == 422


@pytest.mark.parametrize("people", [0, 3, None, "2", True, 1.5])
def test_for_one_or_two_people_only(table: Table, people: object) -> None:
    assert fault(lambda: table.desk.make(OWNER, {"mensen": people}, read_pasted(TEXT))).status == 422


def test_removed_is_gone_for_everybody(table: Table) -> None:
    table.all_of(ME, "Anna", "excuses", "open")
    table.desk.remove(OWNER, table.code, "here")
    for who in (OWNER, ME):
        assert fault(lambda who=who: table.desk.look(who, table.code, "here")).status == 404


def test_guessing_codes_is_stopped(table: Table) -> None:
    statuses = [fault(lambda: table.desk.look(ME, "AAAA-AAAA", "x")).status for _ in range(25)]
    assert statuses.count(404) == 20 and statuses[-1] == 429
