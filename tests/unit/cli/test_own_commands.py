"""Own cases and parents on the command line: `nieuw`, `controleer`, and every command that plays or judges."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import WordAnalyzer

from bot.cli import beoordeel, oefen, simuleer
from bot.cli.app import main
from bot.content.shelf import Shelf, put

TALK = """gespreksvorm: extra_gesprek
oudertype: boos
casus: van_ons
beurten:
  - leraar: "Dag, fijn dat u er bent."
  - ouder: "Ja."
  - leraar: "Robin staart bij rekenen elke dag uit het raam. Herkent u dat?"
"""


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for module in (beoordeel, oefen, simuleer):
        monkeypatch.setattr(module, "load", WordAnalyzer)
    monkeypatch.setattr(beoordeel, "parent_acts", lambda: lambda text: ("neutraal",))
    yield
    put(Shelf())


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "gesprek.yml"
    path.write_text(TALK, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as done:
        main([str(item) for item in arguments])
    return (int(done.value.code or 0), *capsys.readouterr())


def test_from_template_to_conversation_and_debrief(
    tmp_path: Path, talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = ("--data-map", tmp_path / "data")
    code, out, _ = run(capsys, "nieuw", "casus", "van_ons", *here)
    assert code == 0 and "van_ons.yml" in out and "oefen --casus van_ons" in out
    code, out, _ = run(capsys, "nieuw", "ouder", "boos", "van_hier", *here)
    assert code == 0 and "--oudertype boos --persoon van_hier" in out
    code, out, err = run(capsys, "simuleer", talk, "--persoon", "van_hier", *here)
    assert (code, err) == (0, "") and len(out.splitlines()) == 2
    code, out, _ = run(capsys, "beoordeel", talk, "--json", *here)
    assert code == 0 and "Robin" in json.dumps(json.loads(out))


def test_the_environment_names_the_folder_too(
    tmp_path: Path, talk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OEFENOUDER_DATA_MAP", str(tmp_path / "omgeving"))
    run(capsys, "nieuw", "casus", "van_ons")
    assert (tmp_path / "omgeving" / "casussen" / "van_ons.yml").exists()
    assert "geen bekende casus" not in run(capsys, "simuleer", talk)[2]


def test_oefen_offers_an_own_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "nieuw", "casus", "van_ons", "--data-map", tmp_path)
    said = iter(["boos", "stop"])

    def typed(_: str) -> str:
        found = next(said, None)
        if found is None:
            raise EOFError
        return found

    monkeypatch.setattr("builtins.input", typed)
    chosen = ("--gespreksvorm", "extra_gesprek", "--casus", "van_ons", "--niveau", "makkelijk")
    code, out, _ = run(capsys, "oefen", *chosen, "--data-map", tmp_path)
    assert code == 0 and "de ouder van Robin" in out


def test_a_broken_own_file_gets_one_line_and_the_command_goes_on(
    tmp_path: Path, talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "nieuw", "casus", "van_ons", "--data-map", tmp_path)
    path = tmp_path / "casussen" / "van_ons.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("goal:", "doel:"), encoding="utf-8")
    code, out, err = run(capsys, "simuleer", talk, "--data-map", tmp_path)
    first, second = err.splitlines()
    assert code == 0 and len(out.splitlines()) == 2
    assert first.startswith(f"Overgeslagen: {path}, regel") and "(en nog 1;" in first
    assert "geen bekende casus" in second


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("nieuw",), 2, "Vul nog in: soort"),
        (("nieuw", "kind"), 2, "'kind' bestaat niet. Kies uit: 'casus', 'ouder'"),
        (("nieuw", "ouder"), 2, "Vul nog in: TYPE"),
        (("nieuw", "ouder", "blij"), 2, "'blij' bestaat niet"),
        (("nieuw", "casus", "Mijn Casus"), 1, "kleine letters"),
        (("nieuw", "casus", "sem_maandagmoe"), 1, "bestaat al"),
        (("controleer", "mijn_csus"), 1, "geen bestand met 'mijn_csus' in de naam"),
    ],
)
def test_every_mistake_is_one_line(
    arguments: tuple[str, ...],
    code: int,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OEFENOUDER_DATA_MAP", str(tmp_path))
    done, out, err = run(capsys, *arguments)
    assert (done, out) == (code, "") and words in err and len(err.splitlines()) == 1


def test_controleer_tells_all_faults_of_an_own_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = ("--data-map", tmp_path)
    run(capsys, "nieuw", "casus", "van_ons", *here)
    path = tmp_path / "casussen" / "van_ons.yml"
    text = path.read_text(encoding="utf-8")
    assert run(capsys, "controleer", "van_ons", *here)[:2] == (
        0,
        f"Eigen bestanden in {tmp_path}: 1, waarvan 1 te gebruiken.\nAlles klopt.\n",
    )
    never = text.replace("acts: [vraagt_advies]", "acts: [wil_weg, boos]")
    path.write_text(never, encoding="utf-8")
    code, out, _ = run(capsys, "controleer", "van_ons", *here)
    assert code == 1 and "moet_ik_streng_zijn: komt nooit aan bod" in out and "1 fouten" in out
    path.write_text(text.replace("age: 8", "age: x").replace("goal:", "doel:"), encoding="utf-8")
    code, out, _ = run(capsys, "controleer", path, *here)
    assert code == 1 and len(out.splitlines()) == 4 and "regel" in out


def test_controleer_reports_what_the_other_rooms_find(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.cli import controleer
    from bot.content.problems import Problem

    monkeypatch.setattr(controleer, "content_problems", lambda: [Problem("parents/x.yml", "a", "ouder")])
    monkeypatch.setattr(controleer, "debrief_problems", lambda: [Problem("debrief.yml", "b", "debrief")])
    code, out, _ = run(capsys, "controleer", "--data-map", tmp_path)
    assert code == 1
    assert out.splitlines() == ["parents/x.yml: a: ouder", "debrief.yml: b: debrief", "2 fouten gevonden."]
