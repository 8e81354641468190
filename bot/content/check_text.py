"""Checks on any text in a case or person: nothing empty, hidden, endless or meant as code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.content.problems import Problem
from bot.content.wording import told

LONGEST = 700
"""Characters in one text; the longest shipped one is about 400."""

ID = re.compile(r"[a-z][a-z0-9_]{0,49}")
"""What an id looks like."""

_CODE = re.compile(r"</?[a-zA-Z!][^>]*>?|&[a-z]{2,8};|\{\{|\{%")
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def texts(data: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Give (place, text) for every text in plain data; an item of a list goes by its id when it has one."""
    if isinstance(data, str):
        yield " > ".join(place), data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*place, str(key)))
    elif isinstance(data, list | tuple):
        for item in data:
            name = item.get("id") if isinstance(item, dict) else None
            yield from texts(item, (*place, name) if isinstance(name, str) else place)


def check_texts(file: str, data: Any) -> Iterator[Problem]:
    """Check every text of a file by itself."""
    for place, text in texts(data):
        if not text.strip():
            yield Problem(file, place, told("leeg"))
        if len(text) > LONGEST:
            yield Problem(file, place, told("te_lang", lengte=len(text), grens=LONGEST))
        if "\n" in text.strip():
            yield Problem(file, place, told("meer_regels"))
        code = _CODE.search(text)
        if code:
            yield Problem(file, place, told("html", stuk=code[0][:30]))
        if _HIDDEN.search(text):
            yield Problem(file, place, told("teken"))


def check_ids(file: str, data: Any, place: tuple[str, ...] = ()) -> Iterator[Problem]:
    """Check that every `id` has a usable form and is used once in its list."""
    if isinstance(data, dict):
        name = data.get("id")
        if isinstance(name, str) and not ID.fullmatch(name):
            yield Problem(file, " > ".join((*place, "id")), told("id_vorm", id=name[:50]))
        for key, value in data.items():
            yield from check_ids(file, value, (*place, str(key)))
    elif isinstance(data, list | tuple):
        seen: set[str] = set()
        for item in data:
            name = str(item.get("id", "")) if isinstance(item, dict) else ""
            if name in seen:
                yield Problem(file, " > ".join(place), told("id_dubbel", id=name[:50]))
            seen |= {name} if name else set()
            yield from check_ids(file, item, (*place, name) if name else place)
