"""Geometry for the pictures: plain numbers that the SVG templates draw."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.content.label import load_labels
from bot.content.library import load_texts
from bot.debrief.model import CauseLine, CoursePoint, Debrief
from bot.debrief.wording import quote

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 230, 40, 16, 14, 34
_LADDER_TOP = 3.0
_JUMP = 0.07
_CAUSES = 2
_LONGEST = 90
_DASHES = {"spanning": "", "vertrouwen": "8 4", "ladder": "2 4"}


@dataclass(frozen=True)
class Line:
    """One measure over the turns: SVG points, dash pattern, last value for its name."""

    id: str
    name: str
    points: str
    dash: str
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Jump:
    """A turn in which the parent clearly moved, with what caused it."""

    turn: int
    x: float
    text: str
    causes: tuple[CauseLine, ...]


@dataclass(frozen=True)
class CourseChart:
    """The course of the talk, ready to draw."""

    lines: tuple[Line, ...]
    ticks: tuple[tuple[float, int], ...]
    jumps: tuple[Jump, ...]


@dataclass(frozen=True)
class Bar:
    """A horizontal bar: width in units of the drawing, the number shown, hatched when discouraged."""

    name: str
    width: float
    shown: str
    hatched: bool = False


def _x(place: int, count: int) -> float:
    room = WIDTH - LEFT - RIGHT
    return round(LEFT + (room / 2 if count == 1 else room * place / (count - 1)), 1)


def _y(value: float) -> float:
    return round(TOP + (1 - min(1.0, max(0.0, value))) * (HEIGHT - TOP - BOTTOM), 1)


def _line(name: str, values: list[float]) -> Line:
    dots = tuple((_x(i, len(values)), _y(value)) for i, value in enumerate(values))
    points = " ".join(f"{x},{y}" for x, y in dots)
    return Line(name, load_texts().measures[name], points, _DASHES[name], dots)


def _moved(before: CoursePoint, now: CoursePoint) -> str:
    """Tell what moved clearly, in the words of the debrief; empty when nothing did."""
    texts = load_texts().effects
    changes = {
        "spanning": now.spanning - before.spanning,
        "vertrouwen": now.vertrouwen - before.vertrouwen,
        "ladder": (now.ladder - before.ladder) / _LADDER_TOP,
    }
    clear = {name: change for name, change in changes.items() if abs(change) >= _JUMP}
    return " ".join(texts[name]["up" if change > 0 else "down"] for name, change in clear.items())


def _main_causes(point: CoursePoint) -> tuple[CauseLine, ...]:
    """Give the causes that moved the parent most, the fragment short enough for a line."""
    told = sorted((c for c in point.oorzaken if c.fragment), key=lambda c: (-c.grootte, c.label))
    return tuple(replace(c, fragment=quote(c.fragment, _LONGEST)) for c in told[:_CAUSES])


def _jumps(points: tuple[CoursePoint, ...]) -> tuple[Jump, ...]:
    found: list[Jump] = []
    for place in range(1, len(points)):
        now, text = points[place], _moved(points[place - 1], points[place])
        if text:
            found.append(Jump(now.beurt, _x(place, len(points)), text, _main_causes(now)))
    return tuple(found)


def course_chart(debrief: Debrief) -> CourseChart | None:
    """Give the course chart; None when the parent's state is unknown."""
    points = debrief.verloop
    if not points:
        return None
    lines = (
        _line("spanning", [p.spanning for p in points]),
        _line("vertrouwen", [p.vertrouwen for p in points]),
        _line("ladder", [p.ladder / _LADDER_TOP for p in points]),
    )
    ticks = tuple((_x(i, len(points)), p.beurt) for i, p in enumerate(points))
    return CourseChart(lines, ticks, _jumps(points))


def competence_bars(debrief: Debrief, room: float = 250) -> tuple[Bar, ...]:
    """Give a bar per competence, 0 to 100."""
    return tuple(
        Bar(c.naam, round(room * (c.score or 0) / 100, 1), "–" if c.score is None else str(c.score))
        for c in debrief.competenties.values()
    )


def question_bars(debrief: Debrief, room: float = 250) -> tuple[Bar, ...]:
    """Give a bar per question kind that was asked."""
    labels, counts = load_labels(), debrief.vragen.aantal
    most = max(counts.values(), default=0)
    return tuple(
        Bar(labels[name].name, round(room * count / most, 1), str(count), labels[name].advice == "afgeraden")
        for name, count in counts.items()
        if count
    )
