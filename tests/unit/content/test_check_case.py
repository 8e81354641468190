"""Checking a case: what an own one may leave out, a shipped one may not (mistakes: tests/knowledge)."""

from __future__ import annotations

from pathlib import Path

from bot.content.check import check_case
from bot.content.known import known
from bot.content.own import read_case, read_own
from bot.content.template import template_text

TEXT = template_text("casus", "mijn_casus")


def written(folder: Path, text: str = TEXT) -> Path:
    path = folder / "mijn_casus.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_own_case_gets_plain_facts_for_other_topics(tmp_path: Path) -> None:
    problems, case = read_case(written(tmp_path))
    assert problems == [] and case
    assert set(case.home) == known().case_topics
    assert [fact.id for fact in case.home["slaap"]] == ["op_tijd_naar_bed", "wakker_in_de_nacht"]


def test_a_shipped_case_tells_about_every_topic_itself(tmp_path: Path) -> None:
    found = check_case(written(tmp_path), {})[0]
    missing = [p.place for p in found if p.message.startswith("ontbreekt: de ouder")]
    assert "home > eten" in missing and "home > slaap" not in missing


def test_a_file_anywhere_can_be_checked(tmp_path: Path) -> None:
    assert read_own(written(tmp_path))[0] == []
    path = tmp_path / "sem_maandagmoe.yml"
    path.write_text(template_text("casus", "sem_maandagmoe"), encoding="utf-8")
    assert "meegeleverde casus" in str(read_own(path)[0][0])
    person = tmp_path / "mijn_ouder.yml"
    person.write_text(template_text("ouder", "mijn_ouder", "boos"), encoding="utf-8")
    assert read_own(person)[0] == []
