"""Reading YAML safely, with one clear line when a file is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from bot.content.base import Content
from bot.content.problems import ContentError, Problem, from_validation
from bot.content.wording import told

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads plain data only; the fast one where it was built."""

T = TypeVar("T", bound=Content)


def shown(path: Path) -> str:
    """Give the path as an author knows it: from the knowledge folder down."""
    return str(path.relative_to(KNOWLEDGE)) if path.is_relative_to(KNOWLEDGE) else str(path)


def wrong(path: Path, key: str, line: int | None = None, **slots: object) -> ContentError:
    """Make the error for a fault of a whole file."""
    return ContentError([Problem(shown(path), "", told(key, **slots), line)])


def read_yaml(path: Path) -> Any:
    """Read one YAML file; raise ContentError with line and remedy when it is broken."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    except FileNotFoundError:
        raise wrong(path, "bestaat_niet") from None
    except UnicodeDecodeError:
        raise wrong(path, "geen_utf8") from None
    except RecursionError:
        raise wrong(path, "te_diep") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise wrong(path, "geen_yaml", mark.line + 1 if mark else None) from None


def parse(path: Path, model: type[T]) -> T:
    """Read one file as one model."""
    return build(path, model, read_yaml(path))


def build(path: Path, model: type[T], data: Any, place: str = "") -> T:
    """Make a model from data read from `path`; raise ContentError with all faults at once."""
    if not isinstance(data, dict) or not all(isinstance(key, str) for key in data):
        raise ContentError([Problem(shown(path), place, told("geen_sleutels"))])
    try:
        return model(**data)
    except ValidationError as error:
        file = f"{shown(path)}: {place}" if place else shown(path)
        raise ContentError(from_validation(file, error, data)) from None
