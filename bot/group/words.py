"""Names and texts people give: cleaned of what is not to be seen, and not too long."""

from __future__ import annotations

import re
import unicodedata

from bot.group.errors import GroupError

MAX_NICKNAME = 30
MAX_TITLE = 80
MAX_INTRODUCTION = 2000

_KEPT = "\n"
_FORMAT = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Categories without a shape of their own: controls, marks that turn the reading direction, private signs."""
_MOST_MARKS = 2


def nickname(given: object) -> str:
    """Give a nickname on one line; raise GroupError when empty or too long."""
    name = _line(given)
    if not any(unicodedata.category(sign)[0] in "LNS" for sign in name):
        raise GroupError("bijnaam_leeg")
    if len(name) > MAX_NICKNAME:
        raise GroupError("bijnaam_lang", grens=MAX_NICKNAME)
    return name


def same_name(name: str) -> str:
    """Give what two nicknames share when people would take them for the same."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", name).casefold()) or name


def title(given: object) -> str:
    """Give a title on one line, empty when there is none; raise GroupError when too long."""
    line = _line(given)
    if len(line) > MAX_TITLE:
        raise GroupError("titel_lang", grens=MAX_TITLE)
    return line


def introduction(given: object) -> str:
    """Give a text of some lines, empty when there is none; raise GroupError when too long."""
    text = cleaned(given)
    if len(text) > MAX_INTRODUCTION:
        raise GroupError("inleiding_lang", lengte=len(text), grens=MAX_INTRODUCTION)
    return text


def cleaned(given: object) -> str:
    """Give text with line ends as they are, without signs that have no shape or pile up."""
    if not isinstance(given, str):
        return ""
    text = unicodedata.normalize("NFC", given.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    seen = "".join(s for s in text if s in _KEPT or unicodedata.category(s) not in _FORMAT)
    return re.sub(r"\n{3,}", "\n\n", _without_piles(seen)).strip()


def _line(given: object) -> str:
    return " ".join(cleaned(given).split())


def _without_piles(text: str) -> str:
    kept, marks = [], 0
    for sign in text:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)
