"""A file to text, whatever editor wrote it: UTF-8, UTF-16 or Windows-1252, any kind of line ends."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from bot.messages import message
from bot.transcript.model import TranscriptError

MAX_BYTES = 4_000_000
"""Far more than hours of talk; a bigger file is something else."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES = re.compile("[\u00a0\u2007\u202f\u2028\u2029\u0085\x0b\x0c]")
_LINE_END = re.compile(r"\r\n?")


def read_text(path: Path) -> str:
    """Give the text with plain line ends and spaces; raise TranscriptError when it is no text."""
    if not path.is_file():
        raise TranscriptError([message("geen_bestand", bestand=path)])
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TranscriptError([message("gesprek_te_groot", bestand=path, grens=MAX_BYTES // 1_000_000)])
        raw = path.read_bytes()
    except OSError:
        raise TranscriptError([message("niet_leesbaar", bestand=path)]) from None
    text = _decoded(raw)
    if text is None or _CONTROL.search(text):
        raise TranscriptError([message("gesprek_geen_tekst", bestand=path)])
    return _plain(text)


def _decoded(raw: bytes) -> str | None:
    """Decode; None when no encoding fits. Windows-1252 comes last: nearly anything is valid in it."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")  # type: ignore[assignment]
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _plain(text: str) -> str:
    """Compose letters and accents, make every space a space and every line end one."""
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _LINE_END.sub("\n", _SPACES.sub(" ", composed))
