"""What a debrief was made with: version of the scoring, a hash of every part of the content, the analysis.

Two debriefs of the same exercise with the same `inhoud` are the same to the last bit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from bot.content.files import KNOWLEDGE

VERSION = "3"
"""Version of the scoring and of this report; raise it when the same exercise may score otherwise."""

SHORT = 12
"""Characters of a hash that are shown."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "labels": ("labels/*.yml", "cues/concrete.yml", "cues/nearly.yml"),
    "richtlijnen": ("guidelines/*.yml",),
    "competenties": ("competences.yml",),
    "gespreksvormen": ("forms.yml",),
    "opmerkingen": ("rewrites.yml", "debrief.yml", "sources.yml", "topics.yml"),
}
"""The parts of the content that decide a debrief; weights are in `competenties`."""

_PROGRAM = Path(__file__).parent


def content_parts(analysis: Sequence[str] = ()) -> dict[str, str]:
    """Give the short hash of every part, the program and the analysis that gave the labels among them."""
    return {**_content(), "analyse": analysis_name(analysis)}


def analysis_name(analysis: Sequence[str]) -> str:
    """Give the fingerprints of the analyses that gave the labels, in order, short; empty when unknown."""
    return ", ".join(name[:SHORT] for name in dict.fromkeys(analysis) if name)


def whole_hash(parts: Mapping[str, str]) -> str:
    """Give one sha256 over the version and all parts."""
    return hashlib.sha256(json.dumps([VERSION, parts], sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=1)
def _content() -> dict[str, str]:
    found = {name: _hash(_files(patterns), KNOWLEDGE) for name, patterns in PARTS.items()}
    return {**found, "programma": _hash(sorted(_PROGRAM.glob("*.py")), _PROGRAM)}


def _files(patterns: Iterable[str]) -> list[Path]:
    return [path for pattern in patterns for path in sorted(KNOWLEDGE.glob(pattern))]


def _hash(paths: Iterable[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:SHORT]
