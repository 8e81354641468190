"""A one-line change of content is live after a restart, without training."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.e2e.serving import ROOT

_ASK = """
import json, sys
from bot.analysis.artefact import _learning_sources
from bot.choice import setup_from
from bot.messages import message
from bot.parent import open_conversation
from bot.project import ROOT, content_stamp
setup = setup_from({"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe", "zaad": 3})
learned = "".join(str(path.stat().st_mtime_ns) for path in _learning_sources())
print(json.dumps([str(ROOT), content_stamp(), learned, open_conversation(setup).text, message("gestopt")]))
"""


def _told(clone: Path) -> list[str]:
    import json

    env = {**os.environ, "PYTHONPATH": str(clone)}
    command = [sys.executable, "-c", _ASK]
    done = subprocess.run(command, cwd=clone, env=env, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    assert found[0] == str(clone), "another clone answered"
    return found


def test_a_changed_line_is_said_and_nothing_has_to_be_trained(tmp_path: Path) -> None:
    clone = tmp_path / "kloon"
    clone.mkdir()
    for name in ("bot", "data"):
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("config.yml", "domain.yml"):
        shutil.copy(ROOT / name, clone / name)
    before = _told(clone)
    _change(clone / "bot" / "knowledge" / "messages.yml", before[4], "Dit is de nieuwe regel.")
    lines = sorted((clone / "bot" / "knowledge" / "replies" / "boos").glob("*.yml"))
    words = before[3].rsplit(") ", 1)[-1][:30]
    assert sum(_change(file, words, "Nieuwe woorden van de ouder.") for file in lines) >= 1
    after = _told(clone)
    assert after[4] == "Dit is de nieuwe regel." and "Nieuwe woorden van de ouder." in after[3]
    assert after[1:3] == before[1:3], "what the model is trained on may not change with a line of content"


def _change(file: Path, old: str, new: str) -> bool:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new), encoding="utf-8")
    return old in text
