"""Whatever is wrong with an own file: one clear line with its place, and the rest goes on."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.catalogue import MOST_TOLD, all_cases, left_out, persons_of
from bot.content.marked import MOST_BYTES
from bot.content.own import MOST_FILES, load_own, use_folder
from bot.content.problems import Problem
from bot.content.shelf import Shelf, put
from bot.content.template import template_text
from bot.exercise import Setup
from bot.parent import open_conversation

MISTAKES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "broken_own" / "fouten.yml").read_text(encoding="utf-8")
)
TEMPLATE = template_text("casus", "mijn_casus")


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    yield
    put(Shelf())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "casussen").mkdir()
    return tmp_path


def told(folder: Path, text: str | bytes, name: str = "mijn_casus.yml") -> tuple[Problem, ...]:
    raw = text if isinstance(text, bytes) else text.encode()
    (folder / "casussen" / name).write_bytes(raw)
    found = load_own(folder)
    assert name.partition(".")[0] not in found.cases
    return found.problems


def test_the_template_is_all_right(folder: Path) -> None:
    (folder / "casussen" / "mijn_casus.yml").write_text(TEMPLATE, encoding="utf-8")
    assert load_own(folder).problems == () and set(load_own(folder).cases) == {"mijn_casus"}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_line(folder: Path, name: str) -> None:
    mistake = MISTAKES[name]
    assert TEMPLATE.count(mistake["old"]) >= 1
    text = TEMPLATE.replace(mistake["old"], mistake["new"], 1)
    lines = [str(problem) for problem in told(folder, text)]
    found = [line for line in lines if mistake["told"] in line]
    assert found, lines
    assert all("\n" not in line for line in lines)
    assert re.search(r"mijn_casus\.yml, regel \d+: ", found[0]) or "moet bestaan" in found[0]


def test_the_line_is_the_right_one(folder: Path) -> None:
    mistake = MISTAKES["geen_hoofdletter"]
    problem = told(folder, TEMPLATE.replace(mistake["old"], mistake["new"], 1))[0]
    assert (
        problem.line
        and mistake["new"] in TEMPLATE.replace(mistake["old"], mistake["new"]).splitlines()[problem.line - 1]
    )


BOMB = "a: &a [x, x]\n" + "\n".join(f"b{n}: &b{n} [*a, *a, *a]" for n in range(9))
RAW: dict[str, tuple[str | bytes, str]] = {
    "leeg": ("", "is leeg; begin met een sjabloon"),
    "alleen_opmerkingen": ("# niks\n", "is leeg; begin met een sjabloon"),
    "tab": ("id: x\nchild:\n\tname: Robin\n", "regel 3: er staat een tab"),
    "yaml_bom": (BOMB, "regel 1: een verwijzing met & of *"),
    "diep": ("a: " + "[" * 40 + "]" * 40, "te diep genest"),
    "heel_diep": ("[" * 100_000, "geen geldige YAML"),
    "te_groot": ("a: " + "x" * MOST_BYTES, "is te groot (500 kB)"),
    "latin1": ("title: Zoë".encode("latin-1"), "is geen UTF-8"),
    "utf16": ("title: Zoë".encode("utf-16"), "is geen UTF-8"),
    "word": (b"PK\x03\x04\x14\x00\x06\x00\xff\xfe", "is geen UTF-8"),
    "nul": (b"id: a\nb: \x00\n", "regel 2: er staat een teken dat niet in tekst hoort"),
    "lijst": ("- a\n- b\n", "moet bestaan uit 'sleutel: waarde'"),
    "zin": ("Zomaar een zin.", "moet bestaan uit 'sleutel: waarde'"),
    "python": ("a: !!python/object/apply:os.system [echo]\n", "kan hier niet; schrijf gewone tekst"),
    "twee_documenten": ("a: 1\n---\nb: 2\n", "twee documenten"),
    "datum": ("id: mijn_casus\ntitle: 2024-01-05\n", "title: moet tekst zijn"),
    "aanhalingsteken": ('title: "open\nid: x\n', "geen geldige YAML"),
}


@pytest.mark.parametrize("name", RAW)
def test_a_file_that_is_no_case_at_all(folder: Path, name: str) -> None:
    text, line = RAW[name]
    found = [str(problem) for problem in told(folder, text)]
    assert any(line in item for item in found), found


def _directory(path: Path) -> None:
    path.mkdir()


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _nowhere(path: Path) -> None:
    path.symlink_to(path.parent / "weg.txt")


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (_directory, "is een map en geen bestand"),
        (_loop, "is niet te lezen"),
        (_nowhere, "is niet te lezen"),
        pytest.param(
            lambda path: os.mkfifo(path),
            "is geen gewoon bestand",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system"),
        ),
    ],
)
def test_something_that_is_no_file(folder: Path, make: Callable[[Path], None], line: str) -> None:
    make(folder / "casussen" / "mijn_casus.yml")
    assert [line in str(problem) for problem in load_own(folder).problems] == [True]


def test_other_files_are_named_and_hidden_ones_are_not(folder: Path) -> None:
    for name in ("mijn_casus.docx", ".mijn_casus.yml.swp", "mijn_casus.yml~", "~$mijn.yml"):
        (folder / "casussen" / name).write_text("x")
    assert [str(p).partition(": ")[2] for p in load_own(folder).problems] == [
        "eindigt niet op .yml; geef het een naam als mijn_casus.yml of haal het weg"
    ]


def test_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    (tmp_path / "casussen").write_text("x")
    assert "is een bestand en geen map" in str(load_own(tmp_path).problems[0])


def test_a_folder_of_no_type_and_a_parent_outside_a_folder(tmp_path: Path) -> None:
    (tmp_path / "ouders" / "blij").mkdir(parents=True)
    (tmp_path / "ouders" / "mijn_ouder.yml").write_text("x")
    lines = [str(problem) for problem in load_own(tmp_path).problems]
    assert "is geen oudertype; gebruik een van deze mappen: boos," in lines[0]
    assert "hoort in de map van een oudertype" in lines[1]


def test_a_shipped_id_is_not_taken_over(folder: Path) -> None:
    text = template_text("casus", "sem_maandagmoe")
    assert "al een meegeleverde casus" in str(told(folder, text, "sem_maandagmoe.yml")[0])
    (folder / "ouders" / "boos").mkdir(parents=True)
    person = folder / "ouders" / "boos" / "karin_de_wit.yml"
    person.write_text(template_text("ouder", "karin_de_wit", "boos"), encoding="utf-8")
    assert "al een meegeleverde persoon" in str(load_own(folder).problems[-1])
    use_folder(folder)
    assert [case.title for case in all_cases() if case.id == "sem_maandagmoe"][0].startswith("Sem")


def test_two_own_persons_with_one_id(tmp_path: Path) -> None:
    for type_ in ("boos", "betrokken"):
        (tmp_path / "ouders" / type_).mkdir(parents=True)
        path = tmp_path / "ouders" / type_ / "mijn_ouder.yml"
        path.write_text(template_text("ouder", "mijn_ouder", type_), encoding="utf-8")
    found = load_own(tmp_path)
    assert found.persons["mijn_ouder"].type == "betrokken"
    assert [problem.place for problem in found.problems] == ["id"]


def test_a_person_of_another_type_than_its_folder(tmp_path: Path) -> None:
    (tmp_path / "ouders" / "boos").mkdir(parents=True)
    path = tmp_path / "ouders" / "boos" / "mijn_ouder.yml"
    path.write_text(template_text("ouder", "mijn_ouder", "betrokken"), encoding="utf-8")
    assert "type 'betrokken' hoort niet in de map 'boos'" in str(load_own(tmp_path).problems[0])


def test_five_hundred_files_take_no_forever_and_most_of_them_are_not_read(folder: Path) -> None:
    for number in range(500):
        (folder / "casussen" / f"casus_{number:03}.yml").write_text("kapot: [", encoding="utf-8")
    problems = use_folder(folder)
    assert "bevat 500 bestanden; alleen de eerste 100 doen mee" in str(problems[0])
    assert len(problems) == MOST_FILES + 1
    assert len(left_out()) == MOST_TOLD + 1 and "Nog 93 eigen bestanden" in left_out()[-1]


def test_the_good_ones_beside_broken_ones_are_used(folder: Path) -> None:
    (folder / "casussen" / "kapot.yml").write_text("kapot: [", encoding="utf-8")
    (folder / "casussen" / "mijn_casus.yml").write_text(TEMPLATE, encoding="utf-8")
    use_folder(folder)
    assert "mijn_casus" in [case.id for case in all_cases()]
    assert len(left_out()) == 1 and left_out()[0].startswith("Overgeslagen: ")
    use_folder(folder / "leeg")
    assert left_out() == () and "mijn_casus" not in [case.id for case in all_cases()]


@pytest.mark.parametrize("type_", ["boos", "verwaarlozend", "professioneel"])
def test_the_templates_play(tmp_path: Path, type_: str) -> None:
    for kind, place in (("casus", tmp_path / "casussen"), ("ouder", tmp_path / "ouders" / type_)):
        place.mkdir(parents=True)
        text = template_text(kind, f"mijn_{kind}", type_)  # type: ignore[arg-type]
        (place / f"mijn_{kind}.yml").write_text(text, encoding="utf-8")
    assert use_folder(tmp_path) == ()
    assert [person.name for person in persons_of(type_)][-1] == "Kim Jansen"
    opening = open_conversation(Setup("extra_gesprek", type_, "mijn_casus", "mijn_ouder"))
    assert opening.text
