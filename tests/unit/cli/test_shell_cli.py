"""The command line: contracts, errors, and what it must not import."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest
from fakes import WordAnalyzer

from bot.cli import analyseer, beoordeel, evalueer, simuleer
from bot.cli.app import main
from bot.cli.errors import CliError
from bot.cli.oefen import Table, begin, choose
from bot.cli.start import free_port

TALK = """gespreksvorm: extra_gesprek
oudertype: boos
casus: sem_maandagmoe
beurten:
  - ouder: "U zou bellen!"
  - leraar: "Dat spijt me."
  - ouder: "Ja, ja."
  - leraar: "Wat verwacht u van mij?"
"""


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "gesprek.yml"
    path.write_text(TALK, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def analyzer(monkeypatch: pytest.MonkeyPatch) -> WordAnalyzer:
    made = WordAnalyzer()
    for module in (analyseer, beoordeel, evalueer, simuleer):
        monkeypatch.setattr(module, "load", lambda: made)
    monkeypatch.setattr(beoordeel, "parent_acts", lambda: lambda text: ("boos",))
    return made


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as done:
        main(arguments)
    return int(done.value.code or 0)


def test_analyseer_goes_on_after_a_bad_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps(
            {"id": "a", "ouder": "U zou bellen!", "eerder": ["Dag."], "tekst": "Dat spijt me, wat nu?"}
        ),
        "{kapot",
        "",
        json.dumps(["a"]),
        json.dumps({"id": 7}),
        json.dumps({"tekst": "zonder id"}),
        json.dumps({"id": "e", "tekst": "", "eerder": []}),
        json.dumps({"id": "f", "tekst": "Dag.", "eerder": "Dag."}),
        json.dumps({"id": "g", "tekst": "x" * 20_001}),
        json.dumps({"id": "h", "tekst": "Dag.", "ouder": None, "eerder": None}),
    ]
    monkeypatch.setattr(sys, "stdin", Namespace(buffer=io.BytesIO("\n".join(lines).encode())))
    assert run("analyseer") == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [item["id"] for item in found] == ["a", None, None, 7, None, "e", "f", "g", "h"]
    assert ["fout" in item for item in found] == [False, True, True, True, True, True, True, True, False]
    assert found[0]["zetten"] == ["excuses"] and found[0]["vraagtypen"] == ["open"]
    place = next(item for item in found[0]["fragmenten"] if item["label"] == "excuses")
    assert "Dat spijt me, wat nu?"[place["begin"] : place["eind"]] == "spijt"


def test_analyseer_gives_the_context(monkeypatch: pytest.MonkeyPatch, analyzer: WordAnalyzer) -> None:
    line = json.dumps({"id": 1, "ouder": "Nee.", "eerder": ["Dag."], "tekst": "Ja."})
    list(analyseer.answers(analyzer, [line]))
    assert (analyzer.contexts[0].parent, analyzer.contexts[0].earlier) == ("Nee.", ("Dag.",))


def test_simuleer_is_the_same_twice(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("simuleer", str(talk), "--zaad", "4") == 0
    first = capsys.readouterr().out
    assert run("simuleer", str(talk), "--zaad", "4") == 0
    assert capsys.readouterr().out == first
    turns = [json.loads(line) for line in first.splitlines()]
    assert [turn["beurt"] for turn in turns] == [1, 2]
    assert set(turns[0]) == {"beurt", "leraar", "ouder", "toestand", "einde"}
    assert set(turns[0]["toestand"]) == {"spanning", "vertrouwen", "openheid", "inzicht"}


def test_simuleer_says_what_was_not_said_any_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gesprek.yml"
    path.write_text(
        "gespreksvorm: extra_gesprek\noudertype: boos\ncasus: Tim is stil\nbeurten:\n"
        "  - leraar: Zo stoppen we ermee.\n  - ouder: Goed.\n  - leraar: Nog iets.\n",
        encoding="utf-8",
    )
    assert run("simuleer", str(path)) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["einde"] == "gestopt"
    assert "1 beurten" in err and "casus" in err


def test_beoordeel_gives_json_and_html(
    talk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "uit.html"
    assert run("beoordeel", str(talk), "--json", "--html", str(page)) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"totaal", "competenties", "richtlijnen", "beurten", "sterk", "verbeter"} <= set(found)
    assert len(found["competenties"]) == 7 and len(found["beurten"]) == 2
    assert "verwacht u van mij" in page.read_text(encoding="utf-8")


def test_beoordeel_reads_as_text(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("beoordeel", str(talk)) == 0
    assert "Totaal" in capsys.readouterr().out


def test_evalueer_measures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "labels.jsonl"
    row = {
        "id": 1,
        "tekst": "Dat spijt me.",
        "vraagtypen": [],
        "zetten": ["excuses", "doel"],
        "valkuilen": [],
    }
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert run("evalueer", str(path), "--json") == 0
    found = json.loads(capsys.readouterr().out)["zetten"]
    assert found["macro_f1"] == 0.5 and found["labels"]["doel"]["recall"] == 0
    path.write_text(json.dumps(row) + '\n{"id": 2, "tekst": "x"}\n', encoding="utf-8")
    assert run("evalueer", str(path)) == 1
    assert "regel 2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "part"),
    [
        ([], 2, "Vul nog in"),
        (["dans"], 2, "'dans' bestaat niet"),
        (["beoordeel"], 2, "BESTAND"),
        (["simuleer", "x.yml", "--zaad", "veel"], 2, "geen heel getal"),
        (["beoordeel", "weg.yml"], 1, "niet gevonden"),
        (["evalueer", "weg.jsonl"], 1, "niet gevonden"),
        (["start", "--poort", "99999"], 1, "Poort 99999"),
    ],
)
def test_every_mistake_is_one_dutch_line(
    arguments: list[str], code: int, part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == code
    out, err = capsys.readouterr()
    assert out == "" and part in err and len(err.splitlines()) == 1


def test_an_output_that_cannot_be_written(
    talk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("beoordeel", str(talk), "--html", str(tmp_path / "nee" / "uit.html")) == 1
    assert "niet te schrijven" in capsys.readouterr().err


def test_a_port_in_use_names_one_that_is_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CliError, match="al in gebruik") as caught:
            free_port(taken.getsockname()[1])
    suggested = int(str(caught.value).split("--poort ")[-1].rstrip("."))
    assert free_port(suggested) == suggested


def test_an_unwritable_data_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bestand"
    file.write_text("", encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert run("start", "--poort", str(port), "--data-map", str(file / "map")) == 1
    assert "kan ik niet schrijven" in capsys.readouterr().err


def test_the_light_commands_import_neither_rasa_nor_tensorflow(talk: Path) -> None:
    code = (
        "import sys\n"
        "from bot.cli.parser import make_parser\n"
        "from bot.cli import analyseer, beoordeel, simuleer, evalueer, controleer, oefen\n"
        "import bot.analysis, bot.debrief, bot.parent, bot.transcript\n"
        "heavy = {'rasa', 'rasa_sdk', 'tensorflow', 'sanic'}\n"
        "print([name for name in sys.modules if name.split('.')[0] in heavy])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def answers(*lines: str):  # type: ignore[no-untyped-def]
    left = list(lines)

    def ask(_: str) -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    return ask


def test_oefen_from_choice_to_debrief() -> None:
    said: list[str] = []
    chosen = choose({"zaad": 3}, answers("2", "onzin", "Karin", "sem", "makkelijk"), said.append)
    table = Table(WordAnalyzer(), begin(chosen, said.append))
    assert table.record.setup.person == "karin_de_wit"
    lines = ("Dat spijt me.", "Dat is uw schuld.", "terug", "hint", "", "stop", "Nog iets.", "nabespreking")
    with pytest.raises(EOFError):
        table.talk(answers(*lines), said.append)
    assert [e.turn.text for e in table.record.exchanges] == ["Dat spijt me."]
    assert len(table.record.reverted) == 1 and table.record.ending == "gestopt"
    assert "Dat spijt me." in said[-1]


def test_oefen_begins_again_when_asked() -> None:
    chosen = {
        "gespreksvorm": "extra_gesprek",
        "oudertype": "boos",
        "casus": "sem_maandagmoe",
        "niveau": "moeilijk",
    }
    table = Table(WordAnalyzer(), begin(chosen, lambda _: None))
    assert table.talk(answers("opnieuw"), lambda _: None)


def test_oefen_with_a_choice_that_does_not_exist() -> None:
    with pytest.raises(CliError, match="bestaat niet"):
        begin({"gespreksvorm": "extra_gesprek", "oudertype": "blij", "casus": "x", "niveau": "x"}, print)
