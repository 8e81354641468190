"""Rendering: the debrief as one self-contained HTML page, or as text for the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.content.library import load_texts
from bot.debrief import attempt_chart as size
from bot.debrief.attempt_chart import attempt_chart
from bot.debrief.charts import competence_bars, course_chart, question_bars
from bot.debrief.model import Debrief, Fragment, TurnResult
from bot.debrief.versions import Changes

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Segment:
    """A piece of a turn with one set of labels; `ends` are the labels whose fragment ends here."""

    text: str
    kinds: tuple[str, ...]
    ends: tuple[Fragment, ...]


def segments(turn: TurnResult) -> tuple[Segment, ...]:
    """Cut a turn at every edge of a fragment, so that overlapping labels can be drawn."""
    size = len(turn.leraar)
    edges = {0, size} | {min(size, max(0, e)) for f in turn.fragmenten for e in (f.begin, f.eind)}
    cuts = sorted(edges)
    pieces: list[Segment] = []
    for begin, end in pairwise(cuts):
        inside = [f for f in turn.fragmenten if f.begin < end and f.eind > begin]
        ends = tuple(f for f in inside if min(f.eind, size) == end)
        kinds = tuple(sorted({f.soort for f in inside}))
        pieces.append(Segment(turn.leraar[begin:end], kinds, ends))
    return tuple(pieces)


@lru_cache(maxsize=2)
def _environment(escape: bool) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["segments"] = segments
    return environment


def render_html(debrief: Debrief) -> str:
    """Give one HTML page without script or outside request; everything said is escaped."""
    return (
        _environment(True)
        .get_template("nabespreking.html.j2")
        .render(
            d=debrief,
            words=load_texts().statuses,
            course=course_chart(debrief),
            competences=competence_bars(debrief),
            questions=question_bars(debrief),
            attempt_chart=attempt_chart(debrief.eerder) if debrief.eerder else None,
            size=size,
        )
    )


def render_text(debrief: Debrief) -> str:
    """Give the debrief as plain text for the terminal."""
    return (
        _environment(False).get_template("nabespreking.txt.j2").render(d=debrief, words=load_texts().statuses)
    )


def render_changes(changes: Changes) -> str:
    """Give what another version scores differently as plain text."""
    return (
        _environment(False)
        .get_template("vergelijking.txt.j2")
        .render(c=changes, words=load_texts().statuses)
        .strip()
    )
