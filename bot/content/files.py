"""Reading YAML safely, with one clear line when a file is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from bot.content.base import Content
from bot.content.problems import ContentError, Problem, from_validation

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
T = TypeVar("T", bound=Content)


def shown(path: Path) -> str:
    """Give the path as an author knows it: from the knowledge folder down."""
    return str(path.relative_to(KNOWLEDGE)) if path.is_relative_to(KNOWLEDGE) else str(path)


def read_yaml(path: Path) -> Any:
    """Read one YAML file; raise ContentError with line and remedy when it is broken."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError:
        raise ContentError([Problem(shown(path), "", "bestaat niet; zet het bestand terug")]) from None
    except UnicodeDecodeError:
        raise ContentError(
            [Problem(shown(path), "", "is geen UTF-8; sla het bestand op als UTF-8")]
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"regel {mark.line + 1}" if mark else ""
        reason = "is geen geldige YAML; kijk naar inspringen, dubbele punten en aanhalingstekens"
        raise ContentError([Problem(shown(path), place, reason)]) from None


def parse(path: Path, model: type[T]) -> T:
    """Read one file as one model."""
    return build(path, model, read_yaml(path))


def build(path: Path, model: type[T], data: Any, place: str = "") -> T:
    """Make a model from data read from `path`; raise ContentError with all faults at once."""
    if not isinstance(data, dict):
        raise ContentError([Problem(shown(path), place, "moet bestaan uit 'sleutel: waarde'")])
    try:
        return model(**data)
    except ValidationError as error:
        file = f"{shown(path)}: {place}" if place else shown(path)
        raise ContentError(from_validation(file, error)) from None
