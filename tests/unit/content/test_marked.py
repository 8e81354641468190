"""Reading with care, and finding the line of a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.marked import Marked, read_marked
from bot.content.problems import ContentError, Problem

TEXT = """# begin
id: x
lines:
  - "een"
  - "twee"
items:
  - id: a
    text: "hallo"
  - id: b
    text: "dag"
"""


@pytest.fixture
def marked(tmp_path: Path) -> Marked:
    path = tmp_path / "x.yml"
    path.write_text(TEXT, encoding="utf-8")
    return read_marked(path)


@pytest.mark.parametrize(
    ("place", "message", "line"),
    [
        ("id", "fout", 2),
        ("lines > nr 2", "fout", 5),
        ("lines", "fout in 'twee'", 5),
        ("items > b", "fout", 9),
        ("items > b > text", "fout", 10),
        ("items > c", "fout", 6),
        ("weg", "fout", 2),
        ("", "fout", None),
        ("", "fout in 'dag'", 10),
    ],
)
def test_a_place_has_a_line(marked: Marked, place: str, message: str, line: int | None) -> None:
    assert marked.located([Problem("x.yml", place, message)])[0].line == line


def test_a_known_line_is_kept(marked: Marked) -> None:
    assert marked.located([Problem("x.yml", "id", "fout", 77)])[0].line == 77


def test_a_mark_at_the_start_of_the_file_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes("\ufefftitle: Zoë".encode())
    assert read_marked(path).data == {"title": "Zoë"}


def test_a_key_written_twice_deep_down(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("a:\n  - b: 1\n    c: 2\n    b: 3\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"regel 4: 'b' staat hier twee keer, ook op regel 2"):
        read_marked(path)
