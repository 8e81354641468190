"""What a debrief was made with: every part has a hash, and re-scoring gives the same bits."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from making import script

from bot.content.files import KNOWLEDGE
from bot.debrief import build, render_html, render_text, version

HERE = Path(__file__).parent
RESCORE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from dataclasses import replace
from making import TRIOS, reply, script, exchange
from bot.debrief import build, render_html, render_text
for kind in TRIOS:
    for teacher in ("good", "mediocre", "rude"):
        talk = script(kind, teacher)
        known = tuple(replace(e, reply=reply(0.9 - i / 20)) for i, e in enumerate(talk.exchanges))
        given = tuple({"beurt": n, "soort": k, "label": a, "reden": "r"} for n, k, a in
                      ((1, "mist", "doel"), (2, "label", "open"), (3, "richtlijn", "x")))
        made = build(replace(talk, exchanges=known, reverted=known[:2], disagreements=given))
        sys.stdout.write(json.dumps(made.to_dict()) + render_html(made) + render_text(made))
"""


def rescored(seed: str) -> bytes:
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(HERE.parents[2])}
    command = [sys.executable, "-c", RESCORE, str(HERE)]
    return subprocess.run(command, env=env, capture_output=True, check=True, timeout=120).stdout


def test_two_processes_with_other_hash_seeds_give_the_same_bytes() -> None:
    first = rescored("1")
    assert len(first) > 100_000 and first == rescored("4711")


def test_the_debrief_shows_version_hash_parts_and_analysis_in_every_form() -> None:
    debrief = build(replace(script("boos", "good"), analysis=("a" * 64, "b" * 64, "a" * 64)))
    assert debrief.analyse == "a" * 12 + ", " + "b" * 12
    assert set(debrief.delen) == {*version.PARTS, "programma", "analyse"}
    for page in (render_html(debrief), render_text(debrief)):
        assert debrief.inhoud[:12] in page and debrief.versie in page
        assert all(part in page for part in debrief.delen.values())


def test_another_analysis_is_another_whole() -> None:
    talk = script("boos", "good")
    assert build(talk).inhoud != build(replace(talk, analysis=("x",))).inhoud


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("labels/zetten.yml", "labels"),
        ("guidelines/relatie.yml", "richtlijnen"),
        ("competences.yml", "competenties"),
        ("forms.yml", "gespreksvormen"),
        ("rewrites.yml", "opmerkingen"),
        ("debrief.yml", "opmerkingen"),
    ],
)
def test_a_change_in_a_file_changes_the_hash_of_its_part_only(
    file: str, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for patterns in version.PARTS.values():
        for pattern in patterns:
            for path in KNOWLEDGE.glob(pattern):
                copy = tmp_path / path.relative_to(KNOWLEDGE)
                copy.parent.mkdir(exist_ok=True)
                copy.write_bytes(path.read_bytes())
    before = version.content_parts()
    monkeypatch.setattr(version, "KNOWLEDGE", tmp_path)
    version._content.cache_clear()
    assert version.content_parts() == before
    (tmp_path / file).write_text((KNOWLEDGE / file).read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    version._content.cache_clear()
    after = version.content_parts()
    version._content.cache_clear()
    assert [name for name in before if before[name] != after[name]] == [part]


def test_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    unix, windows = tmp_path / "a" / "x.yml", tmp_path / "b" / "x.yml"
    for path, end in ((unix, b"\n"), (windows, b"\r\n")):
        path.parent.mkdir()
        path.write_bytes(b"a: 1" + end)
    assert version._hash([unix], unix.parent) == version._hash([windows], windows.parent)
