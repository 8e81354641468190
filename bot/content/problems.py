"""What is wrong in a knowledge file: where, and how to mend it, in plain Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError


@dataclass(frozen=True)
class Problem:
    """One fault in the content, told to its author."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        """Give the one line an author reads."""
        return f"{self.file}: {self.place}: {self.message}" if self.place else f"{self.file}: {self.message}"


class ContentError(Exception):
    """Raised when knowledge cannot be loaded; carries all problems at once."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems and show them one a line."""
        self.problems = problems
        super().__init__("\n".join(str(p) for p in problems))


_DUTCH: dict[str, str] = {
    "value_error.missing": "ontbreekt; vul dit veld in",
    "value_error.extra": "is een onbekende sleutel; haal hem weg of verbeter de spelling",
    "type_error.none.not_allowed": "is leeg; vul een waarde in of haal de sleutel weg",
    "type_error.tuple": "moet een lijst zijn; zet een '-' voor elke regel",
    "type_error.dict": "moet bestaan uit 'sleutel: waarde'",
    "type_error.str": "moet tekst zijn; zet er zo nodig aanhalingstekens om",
    "type_error.float": "moet een getal zijn",
    "type_error.integer": "moet een heel getal zijn",
    "type_error.bool": "moet true of false zijn",
}


def _message(error: Mapping[str, Any]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind in _DUTCH:
        return _DUTCH[kind]
    if kind.endswith(("list.min_items", "tuple.min_items")):
        return f"heeft te weinig regels; er zijn er minstens {context['limit_value']} nodig"
    if kind.startswith("value_error.number"):
        return f"valt buiten de grens ({context['limit_value']})"
    if kind == "value_error.const":
        allowed = ", ".join(str(v) for v in context["permitted"])
        return f"heeft een onbekende waarde {context['given']!r}; kies uit: {allowed}"
    return str(error["msg"])


def from_validation(file: str, error: ValidationError) -> list[Problem]:
    """Turn a validation error into problems an author understands."""
    return [
        Problem(file, " > ".join(str(part) for part in item["loc"]), _message(item))
        for item in error.errors()
    ]
