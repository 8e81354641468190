"""Cohen's kappa per label, disagreements, and turns that `evalueer` reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli.evalueer import read_labelled
from bot.corrections import as_lines
from bot.group.agreement import disagreements, kappa, labelled_turns, pairs, read_labels
from bot.group.errors import GroupError
from bot.group.pasted import LabelTurn

TURNS = (
    LabelTurn("U zou bellen.", "Dat spijt me."),
    LabelTurn("", "Wat wilt u?"),
    LabelTurn("Zo.", "Uw schuld."),
)
ANNA = (frozenset({"excuses"}), frozenset({"open"}), frozenset({"verwijt"}))
BO = (frozenset({"excuses"}), frozenset({"open", "verwachting"}), frozenset[str]())


def test_kappa_is_that_of_the_textbook() -> None:
    marks = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert kappa(marks) == pytest.approx(0.4)
    assert kappa([(True, True), (False, False)]) == 1
    assert kappa([(True, False), (False, True)]) == -1


def test_kappa_says_nothing_when_all_is_the_same() -> None:
    assert kappa([(True, True)] * 3) is None
    assert kappa([(False, False)] * 3) is None
    assert kappa([]) is None


def test_every_pair_with_the_labels_either_gave() -> None:
    found = pairs({"Anna": ANNA, "Bo": BO, "analyse": ANNA})
    assert [(pair.first, pair.second) for pair in found] == [
        ("Anna", "Bo"),
        ("Anna", "analyse"),
        ("Bo", "analyse"),
    ]
    rows = {row.label: row for row in found[0].labels}
    assert set(rows) == {"excuses", "open", "verwijt", "verwachting"}
    assert (rows["open"].first, rows["open"].second, rows["open"].both, rows["open"].kappa) == (1, 1, 1, 1)
    assert rows["verwijt"].kappa == 0
    assert (found[0].same_turns, found[0].turns) == (1, 3)
    assert found[1].kappa == 1


def test_disagreements_tell_who_and_where() -> None:
    found = [
        (one.turn, one.label, one.given, one.not_given) for one in disagreements({"Anna": ANNA, "Bo": BO})
    ]
    assert found == [(2, "verwachting", ("Bo",), ("Anna",)), (3, "verwijt", ("Anna",), ("Bo",))]


def test_evalueer_reads_the_export(tmp_path: Path) -> None:
    file = tmp_path / "labels.jsonl"
    file.write_text(as_lines(labelled_turns(TURNS, [ANNA, BO], "abc")), encoding="utf-8")
    lines = [line.data for line in read_labelled(file)]
    assert [line["id"] for line in lines] == ["abc-1", "abc-2", "abc-3"]
    assert lines[0]["zetten"] == ["excuses"] and lines[0]["ouder"] == "U zou bellen."
    assert lines[1]["vraagtypen"] == ["open"] and lines[1]["ook_goed"] == ["verwachting"]
    assert lines[2]["valkuilen"] == [] and lines[2]["ook_goed"] == ["verwijt"]
    assert lines[2]["eerder"] == ["Dat spijt me.", "Wat wilt u?"]


def test_one_person_alone_is_right() -> None:
    line = json.loads(as_lines(labelled_turns(TURNS[:1], [ANNA[:1]], "x")))
    assert line["zetten"] == ["excuses"] and line["ook_goed"] == []


@pytest.mark.parametrize("given", [None, "open", {"open": 1}, ["nergens"], [1], [["open"]], ["open"] * 13])
def test_labels_that_do_not_exist_get_one_line(given: object) -> None:
    with pytest.raises(GroupError):
        read_labels(given)


def test_labels_are_kept_once_in_their_own_order() -> None:
    assert read_labels(["excuses", "open", "open"]) == ("open", "excuses")
    assert read_labels([]) == ()
