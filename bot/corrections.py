"""Turns the trainee objected to, as labelled turns that `evalueer` reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.content.label import GROUPS, load_labels
from bot.tracker import Record


def corrected_turns(
    record: Record, disagreements: Sequence[Mapping[str, Any]], prefix: str
) -> Iterable[dict[str, Any]]:
    """Give a line for each turn with an objection; `prefix` makes its id, without a trace of who said it.

    A label that is wrong goes, a label that is missing comes. An objection to a remark leaves the labels;
    it stands with the others and their reasons under `oneens`, which `evalueer` does not read.
    """
    for number, exchange in enumerate(record.exchanges, 1):
        mine = [given for given in disagreements if given["beurt"] == number]
        if not mine:
            continue
        before = record.exchanges[: number - 1]
        yield {
            "id": f"{prefix}-{number}",
            "ouder": exchange.before,
            "eerder": [earlier.turn.text for earlier in before],
            "tekst": exchange.turn.text,
            **{group: _right(group, getattr(exchange.turn, group), mine) for group in GROUPS},
            "ook_goed": [],
            "oneens": [{key: given[key] for key in ("soort", "label", "reden")} for given in mine],
        }


def _right(group: str, found: Sequence[str], given: Sequence[Mapping[str, Any]]) -> list[str]:
    wrong = {item["label"] for item in given if item["soort"] == "label"}
    missing = [item["label"] for item in given if item["soort"] == "mist"]
    own = [label for label in missing if label in load_labels() and load_labels()[label].group == group]
    return [label for label in found if label not in wrong] + [x for x in own if x not in found]


def as_lines(turns: Iterable[Mapping[str, Any]]) -> str:
    """Give JSON lines."""
    return "".join(json.dumps(turn, ensure_ascii=False) + "\n" for turn in turns)
