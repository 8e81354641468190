"""`beoordeel`: unclear lines are told and stand in the report; comparing with an earlier JSON output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fakes import WordAnalyzer

from bot.cli import beoordeel
from bot.cli.app import main

TALK = "Gespreksvorm: extra gesprek\nOudertype: boos\nLeraar: Dat spijt me.\nBram: hoi\nOuder: Ja.\nLeraar: Wat nu?\n"


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(beoordeel, "load", WordAnalyzer)
    monkeypatch.setattr(beoordeel, "parent_acts", lambda: lambda text: ("boos",))
    path = tmp_path / "gesprek.txt"
    path.write_text(TALK, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as done:
        main(("beoordeel", *arguments))
    return int(done.value.code or 0)


def earlier(talk: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(talk, "--json") == 0
    return capsys.readouterr().out


def test_an_unclear_line_is_told_and_stands_in_every_form(
    talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "uit.html"
    assert run(talk, "--json", "--html", str(page)) == 0
    out, err = capsys.readouterr()
    assert "regel 4" in err and "Bram" in err
    assert ["Bram" in line for line in json.loads(out)["onduidelijk"]] == [True]
    assert "Bram: hoi" in page.read_text(encoding="utf-8")
    assert run(talk) == 0 and "NIET MEEGETELD" in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_same_again_is_the_same(
    talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    old = tmp_path / "oud.json"
    old.write_text(earlier(talk, capsys), encoding=encoding)
    assert run(talk, "--vergelijk", str(old)) == 0
    assert "niets anders beoordeeld" in capsys.readouterr().out


def test_a_difference_is_told_as_text_and_as_json(
    talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = json.loads(earlier(talk, capsys))
    report["totaal"] -= 4
    report["beurten"][0]["valkuilen"] = ["verwijt"]
    old = tmp_path / "oud.json"
    old.write_text(json.dumps(report), encoding="utf-8")
    assert run(talk, "--vergelijk", str(old)) == 0
    assert "Beurt 1: eraf: de ouder de schuld geven" in capsys.readouterr().out
    assert run(talk, "--vergelijk", str(old), "--json") == 0
    assert json.loads(capsys.readouterr().out)["beurten"][0]["nr"] == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("geen json", "is geen JSON"),
        ('{"totaal": 1}', "is geen nabespreking"),
        ("[" * 99999, "is geen JSON"),
        (None, "niet gevonden"),
    ],
)
def test_a_wrong_earlier_file_is_one_line(
    talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, part: str
) -> None:
    Path(talk).write_text(TALK.replace("Bram: hoi\n", ""), encoding="utf-8")
    old = tmp_path / "oud.json"
    if text is not None:
        old.write_text(text, encoding="utf-8")
    assert run(talk, "--vergelijk", str(old)) == 1
    out, err = capsys.readouterr()
    assert out == "" and part in err and len(err.splitlines()) == 1
