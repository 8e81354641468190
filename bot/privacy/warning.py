"""Telling the trainee that something looks like real personal data."""

from __future__ import annotations

from collections.abc import Iterable

from bot.messages import message
from bot.privacy.find import Found


def warning(found: Iterable[Found]) -> str:
    """Give one line that names what looks real."""
    return message("gegevens_gezien", wat=listed(found))


def listed(found: Iterable[Found]) -> str:
    """Give what was found in words, each once: een naam (Pieter Jansen), een telefoonnummer (...)."""
    return ", ".join(dict.fromkeys(f"{item.word} ({item.text})" for item in found))
