"""What an author reads about a fault: Dutch lines kept as content, in checks.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).resolve().parent.parent / "knowledge" / "checks.yml"


@lru_cache(maxsize=1)
def _lines() -> Mapping[str, str]:
    # read without `files`: that module tells its own faults through this one
    return {str(key): str(line) for key, line in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items()}


def told(key: str, **slots: object) -> str:
    """Give one Dutch line, slots filled; raise KeyError for an unknown key."""
    return _lines()[key].format(**slots)


def has(key: str) -> bool:
    """Tell whether there is a line for this key."""
    return key in _lines()
