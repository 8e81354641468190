"""Whatever editor wrote the file, the words are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.transcript.decode import MAX_BYTES, read_text
from bot.transcript.model import TranscriptError

TEXT = "Leraar: Eén vraag…\nOuder: Géén “idee”.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "g.txt"
    bom = "\ufeff" if encoding == "utf-16-le" else ""
    path.write_bytes((bom + TEXT.replace("\n", end)).encode(encoding))
    assert read_text(path) == TEXT


def test_invisible_and_wide_spaces_and_loose_accents(tmp_path: Path) -> None:
    path = tmp_path / "g.txt"
    path.write_text("Leraar:\u00a0E\u0301e\u0301n\u200b vr\u00adaag\u2028ja", encoding="utf-8")
    assert read_text(path) == "Leraar: Één vraag ja"


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04\x14\x00docx", b"%PDF-1.7\n\x00\x81", b"\xff\xfeD\x00\x00", b"\x81\x8d"]
)
def test_what_is_no_text(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "g.txt"
    path.write_bytes(raw)
    with pytest.raises(TranscriptError, match="geen platte tekst"):
        read_text(path)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "g.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(TranscriptError, match="groter dan 4 MB"):
        read_text(path)
