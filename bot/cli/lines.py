"""JSON lines of turns: reading and checking them one by one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from bot.analysis.turn import Context
from bot.messages import message
from bot.play import MAX_CHARACTERS


class LineError(Exception):
    """A line that cannot be used: why, in Dutch, and its id when it has one."""

    def __init__(self, id_: Any, key: str, **slots: object) -> None:
        """Make the line from messages.yml."""
        self.id = id_
        super().__init__(message(key, **slots))


@dataclass(frozen=True)
class TurnLine:
    """One turn to analyse; `data` is the whole object, with labels when it has them."""

    id: Any
    text: str
    context: Context
    data: dict[str, Any]


def read_line(line: str) -> TurnLine:
    """Read one line; raise LineError when it is broken."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise LineError(None, "regel_geen_json") from None
    if not isinstance(data, dict):
        raise LineError(None, "regel_geen_object")
    id_ = data.get("id")
    if "id" not in data:
        raise LineError(None, "regel_veld_ontbreekt", veld="id")
    text, parent = _text(data, id_, "tekst"), _text(data, id_, "ouder", "")
    if not text.strip():
        raise LineError(id_, "regel_leeg")
    if len(text) > MAX_CHARACTERS:
        raise LineError(id_, "regel_te_lang", grens=MAX_CHARACTERS)
    return TurnLine(id_, text, Context(parent=parent, earlier=_earlier(data, id_)), data)


def _text(data: dict[str, Any], id_: Any, key: str, default: str | None = None) -> str:
    value = data.get(key, default)
    if value is None and default is not None:
        value = default
    if value is None:
        raise LineError(id_, "regel_veld_ontbreekt", veld=key)
    if not isinstance(value, str):
        raise LineError(id_, "regel_veld_tekst", veld=key)
    return value


def _earlier(data: dict[str, Any], id_: Any) -> tuple[str, ...]:
    value = data.get("eerder") or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise LineError(id_, "regel_veld_lijst", veld="eerder")
    return tuple(value)
