"""What is wrong in a knowledge file: where, and how to mend it, in plain Dutch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from bot.content.wording import has, told


@dataclass(frozen=True)
class Problem:
    """One fault in the content, told to its author; `line` counts from 1 where it is known."""

    file: str
    place: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """Give the one line an author reads."""
        file = told("op_regel", bestand=self.file, regel=self.line) if self.line else self.file
        return f"{file}: {self.place}: {self.message}" if self.place else f"{file}: {self.message}"


class ContentError(Exception):
    """Raised when knowledge cannot be loaded; carries all problems at once."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems and show them one a line."""
        self.problems = problems
        super().__init__("\n".join(str(p) for p in problems))


def _message(error: Mapping[str, Any]) -> str:
    kind, context = str(error["type"]), error.get("ctx", {})
    if kind.endswith(("list.min_items", "tuple.min_items")):
        return told("te_weinig", aantal=context["limit_value"])
    if kind.startswith("value_error.number"):
        return told("buiten_grens", grens=context["limit_value"])
    if kind == "value_error.const":
        allowed = ", ".join(str(v) for v in context["permitted"])
        return told("onbekende_waarde", waarde=context["given"], mogelijk=allowed)
    return told(kind if has(kind) else "klopt_niet")


def _place(loc: Sequence[str | int], data: Any) -> str:
    """Give a place as an author knows it: an item of a list by its id, else by its number from 1."""
    parts: list[str] = []
    for part in loc:
        inside = isinstance(data, list) and isinstance(part, int) and part < len(data)
        data = data[part] if inside or (isinstance(data, dict) and part in data) else None
        if part == "__key__":
            continue
        named = isinstance(data, dict) and isinstance(part, int) and isinstance(data.get("id"), str)
        parts.append(str(data["id"]) if named else f"nr {part + 1}" if isinstance(part, int) else str(part))
    return " > ".join(parts)


def from_validation(file: str, error: ValidationError, data: Any = None) -> list[Problem]:
    """Turn a validation error into problems an author understands."""
    return [Problem(file, _place(item["loc"], data), _message(item)) for item in error.errors()]
