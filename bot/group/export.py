"""The trainer's view as a file: everything as JSON, figures or moments as CSV that a spreadsheet only reads."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from bot.content.library import load_scoring
from bot.group.codes import shown_code
from bot.group.model import Finished, Standing
from bot.group.moments import letter, moments
from bot.group.overview import is_enough, missed, spreads

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With one of these first, a spreadsheet runs a cell instead of showing it."""


def overview(standing: Standing) -> dict[str, Any]:
    """Give all the trainer may see, as JSON; without nicknames but in the list of how far everybody is."""
    group, finished = standing.group, standing.finished
    names = [one.nickname for one in standing.progress]
    return {
        "code": shown_code(group.code),
        "gemaakt": group.created,
        "titel": group.exercise.title,
        "inleiding": group.exercise.introduction,
        "keuze": dict(group.exercise.choice),
        "deelnemers": [asdict(one) for one in standing.progress],
        "klaar": len(finished),
        "genoeg": is_enough(finished),
        "spreiding": [asdict(row) for row in spreads(finished)],
        "richtlijnen": [asdict(row) for row in missed(finished, group.exercise.focus)],
        "momenten": [asdict(moment) for moment in moments(finished, names, group.secret)],
    }


def export_json(standing: Standing) -> dict[str, Any]:
    """Give the overview to keep: no nicknames at all."""
    whole = overview(standing)
    people = whole.pop("deelnemers")
    return {**whole, "aantal_deelnemers": len(people)}


def figures_csv(standing: Standing) -> str:
    """Give a row of scores for each finished conversation; letters here have nothing to do with the moments'."""
    names = tuple(load_scoring().competences)
    rows: list[Sequence[object]] = [("gesprek", "totaal", *names)]
    if is_enough(standing.finished):
        scores = sorted(_scores(one, names) for one in standing.finished)
        random.Random(f"{standing.group.secret}/cijfers").shuffle(scores)
        for place, given in enumerate(scores):
            rows.append((letter(place), *("" if score < 0 else score for score in given)))
    return _csv(rows)


def moments_csv(standing: Standing) -> str:
    """Give a row for each fragment."""
    names = [one.nickname for one in standing.progress]
    rows: list[Sequence[object]] = [
        ("moment", "collega", "ouder_ervoor", "leraar", "ouder_erna", "effect", "labels")
    ]
    for moment in moments(standing.finished, names, standing.group.secret):
        for one in moment.fragments:
            labels = ", ".join(one.labels)
            rows.append((moment.title, one.letter, one.before, one.said, one.answer, one.change, labels))
    return _csv(rows)


def safe_cell(value: object) -> str:
    """Give a cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or text.startswith(_FORMULA) else text


def _scores(one: Finished, names: Iterable[str]) -> tuple[int, ...]:
    given = (one.debrief.competenties[name].score for name in names)
    return (one.debrief.totaal, *(-1 if score is None else score for score in given))


def _csv(rows: Iterable[Sequence[object]]) -> str:
    """Write for a Dutch spreadsheet: semicolons, and the mark that tells it is UTF-8."""
    made = io.StringIO()
    csv.writer(made, delimiter=";", quoting=csv.QUOTE_ALL).writerows([map(safe_cell, row) for row in rows])
    return "\ufeff" + made.getvalue()
