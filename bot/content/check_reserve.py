"""Check the reserve: lines for every parent, so none that only fits one person or one way of address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.content.address import found_words, load_address
from bot.content.check_case import home_problems
from bot.content.check_lines import GROUPS, check_line, home_lines
from bot.content.check_person import LINE_GROUPS
from bot.content.files import shown
from bot.content.known import known
from bot.content.problems import ContentError, Problem
from bot.content.reserve import HOME, LINES, spare_home, spare_lines
from bot.content.wording import told


def reserve_problems() -> list[Problem]:
    """Give every fault in algemeen.yml and thuis.yml."""
    try:
        lines = list(reserve_lines())
        found = list(home_problems(shown(HOME), spare_home(), known().topics, whole=True))
    except ContentError as error:
        return error.problems
    words = load_address()
    for file, place, line in lines:
        found += check_line(file, place, line)
        for word in found_words((*words.formal, *words.informal, *words.either), line)[:1]:
            found.append(Problem(file, place, told("aanspreking", woord=word, zin=line)))
    return [*found, *_acts()]


def reserve_lines() -> Iterator[tuple[str, str, str]]:
    """Give (file, place, line) for all reserve lines."""
    file = shown(LINES)
    for group in (*GROUPS, "thoughts"):
        for act, lines in spare_lines().get(group, {}).items():
            yield from ((file, f"{group} > {act}", line) for line in _flat(lines))
    yield from ((shown(HOME), place, line) for place, line in home_lines(spare_home()))


def _flat(lines: Any) -> Iterator[str]:
    for item in lines.values() if isinstance(lines, dict) else [lines]:
        yield from (str(line) for line in item)


def _acts() -> Iterator[Problem]:
    """Find acts without a line for everyone, and lines nobody asks for."""
    moves = {name for type_moves in known().moves.values() for name in type_moves}
    wanted = {group: set(known().acts[group]) for group in (*LINE_GROUPS, "thoughts")}
    wanted["moves"] = moves | set(known().memory)
    for group, acts in wanted.items():
        written = set(spare_lines().get(group, {}))
        for act in sorted(written - acts):
            yield Problem(shown(LINES), f"{group} > {act}", told("onbekende_handeling"))
        for act in sorted(acts - written):
            yield Problem(shown(LINES), f"{group} > {act}", told("reserve_ontbreekt"))
