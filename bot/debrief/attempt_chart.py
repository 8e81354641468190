"""Geometry of the picture of two attempts: tension above, trust below, the first attempt dashed and open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.content.library import load_texts
from bot.debrief.model import Attempts, CoursePoint

WIDTH, LEFT, RIGHT = 640, 52, 70
PANEL, GAP, TOP, BOTTOM = 118, 30, 22, 30
HEIGHT = TOP + 2 * PANEL + GAP + BOTTOM
_MEASURES = ("spanning", "vertrouwen")
_APART = 15.0
"""Least distance between the two names at the end of the lines."""


@dataclass(frozen=True)
class Curve:
    """The course of one measure in one attempt: SVG points, dots, and where the middle of its name stands."""

    attempt: str
    points: str
    dots: tuple[tuple[float, float], ...]
    name_x: float
    name_y: float


@dataclass(frozen=True)
class Panel:
    """One measure: its name, top and bottom of the panel, and the curves that exist."""

    id: str
    name: str
    top: float
    bottom: float
    curves: tuple[Curve, ...]


@dataclass(frozen=True)
class AttemptChart:
    """Both panels, the turn numbers, and where the second attempt began."""

    panels: tuple[Panel, ...]
    ticks: tuple[tuple[float, int], ...]
    start: float


def attempt_chart(found: Attempts) -> AttemptChart | None:
    """Give the picture; None when the parent's state is known of neither attempt."""
    count = max(len(found.verloop_eerst), len(found.verloop_nu))
    if not count:
        return None
    panels = tuple(_panel(place, name, found, count) for place, name in enumerate(_MEASURES))
    step = max(1, -(-count // 16))
    ticks = tuple((_x(n - 1, count), n) for n in range(1, count + 1) if (n - 1) % step == 0)
    return AttemptChart(panels, ticks, _x(found.vanaf - 1.5, count) if found.vanaf > 1 else _x(0, count))


def _panel(place: int, name: str, found: Attempts, count: int) -> Panel:
    top = TOP + place * (PANEL + GAP)
    curves = [
        _curve(attempt, name, points, count, top)
        for attempt, points in (("eerst", found.verloop_eerst), ("nu", found.verloop_nu))
        if points
    ]
    return Panel(name, load_texts().measures[name], top, top + PANEL, _named_apart(curves))


def _curve(attempt: str, name: str, points: Sequence[CoursePoint], count: int, top: float) -> Curve:
    dots = tuple(
        (_x(point.beurt - 1, count), round(top + (1 - getattr(point, name)) * PANEL, 1)) for point in points
    )
    return Curve(attempt, " ".join(f"{x},{y}" for x, y in dots), dots, *dots[-1])


def _named_apart(curves: Sequence[Curve]) -> tuple[Curve, ...]:
    """Put names behind the longest line, above one that ends before it; keep two at the end apart."""
    last = max(curve.dots[-1][0] for curve in curves)
    behind = sorted((c for c in curves if c.dots[-1][0] == last), key=lambda curve: curve.name_y)
    short = _APART - (behind[-1].name_y - behind[0].name_y) if len(behind) > 1 else 0.0
    moved = {c.attempt: (at * 2 - 1) * max(0.0, short) / 2 for at, c in enumerate(behind)}
    return tuple(
        replace(c, name_x=c.name_x + 26, name_y=round(c.name_y + moved[c.attempt], 1))
        if c.attempt in moved
        else replace(c, name_y=c.name_y - 14)
        for c in curves
    )


def _x(place: float, count: int) -> float:
    room = WIDTH - LEFT - RIGHT
    return round(LEFT + (room / 2 if count == 1 else room * max(0.0, place) / (count - 1)), 1)
