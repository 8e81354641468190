"""The files of the page and the report ask for nothing outside, and run no text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CHANNEL = Path(__file__).resolve().parents[3] / "bot" / "channel"
FILES = [*(CHANNEL / "static").iterdir(), *(CHANNEL.parent / "debrief" / "templates").iterdir()]
ADDRESS = re.compile(r"(?:https?:|wss?:)?//[\w.-]+\.\w+[^\s\"'`)]*")
NOT_ASKED = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
"""Names of XML languages; nothing is fetched from there."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_address_outside(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(ADDRESS.findall(text)) - NOT_ASKED == set()
    assert "@import" not in text and "sendBeacon" not in text and "new WebSocket" not in text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_text_becomes_markup_or_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for risky in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "|safe",
        "| safe",
    ):
        assert risky not in text, risky
    assert not re.search(r"\son\w+=[\"']", text) and "javascript:" not in text


def test_yaml_is_read_safely_everywhere() -> None:
    root = CHANNEL.parents[1]
    loaders = set()
    for path in [*(root / "bot").rglob("*.py"), *(root / "actions").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"yaml\.(unsafe_load|full_load|UnsafeLoader|FullLoader|Loader\b)|import pickle|joblib\.load", text
        ), path
        assert not re.search(r"allow_pickle\s*=\s*True|\beval\(|\bexec\(", text), path
        loaders |= set(re.findall(r"yaml\.load\([^)]*Loader=(\w+)", text))
    assert loaders <= {"_Loader", "Loader", "SafeLoader"}
