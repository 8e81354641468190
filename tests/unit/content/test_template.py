"""Templates: valid as written, never over a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.known import known
from bot.content.own import load_own
from bot.content.template import TemplateError, template_text, write_template


def test_a_case_and_a_parent_of_every_type_are_valid_as_written(tmp_path: Path) -> None:
    write_template(tmp_path, "casus", None)
    for type_ in known().types:
        write_template(tmp_path, "ouder", None, type_)
    found = load_own(tmp_path)
    assert found.problems == () and list(found.cases) == ["mijn_casus"]
    assert len(found.persons) == len(known().types)
    assert (tmp_path / "schema" / "casus.json").exists() and (tmp_path / "schema" / "ouder.json").exists()


@pytest.mark.parametrize("kind", ["casus", "ouder"])
def test_the_first_line_points_to_the_schema(tmp_path: Path, kind: str) -> None:
    path = write_template(tmp_path, kind, None, "boos")  # type: ignore[arg-type]
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).resolve() == tmp_path / "schema" / f"{kind}.json"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = write_template(tmp_path, "casus", "van_ons")
    path.write_text("werk van een middag", encoding="utf-8")
    with pytest.raises(TemplateError, match="bestaat al en wordt niet overschreven"):
        write_template(tmp_path, "casus", "van_ons")
    assert path.read_text(encoding="utf-8") == "werk van een middag"
    assert write_template(tmp_path, "casus", None).name == "mijn_casus.yml"
    assert write_template(tmp_path, "casus", None).name == "mijn_casus_2.yml"


@pytest.mark.parametrize("name", ["Mijn Casus", "../weg", "1e", "a/b", "", "sem_maandagmoe"])
def test_a_name_that_cannot_be(tmp_path: Path, name: str) -> None:
    if not name:
        assert write_template(tmp_path, "casus", name).stem == "mijn_casus"
        return
    with pytest.raises(TemplateError, match=r"kan niet|bestaat al"):
        write_template(tmp_path, "casus", name)
    assert list(tmp_path.rglob("*.yml")) == []


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "casussen").write_text("x")
    with pytest.raises(TemplateError, match="kan ik niet schrijven"):
        write_template(tmp_path, "casus", None)


def test_all_words_of_the_template_are_filled() -> None:
    for kind in ("casus", "ouder"):
        assert "_HIER" not in template_text(kind, "x", "boos")  # type: ignore[arg-type]
