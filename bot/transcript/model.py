"""A written conversation as it was read, with all that was not clear in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.content.case import Form
from bot.messages import message

Speaker = Literal["leraar", "ouder"]

KEYS = ("gespreksvorm", "oudertype", "casus", "beurten")

_SHOWN = 70
"""Characters of an unclear line that are shown."""


class TranscriptError(Exception):
    """A transcript that cannot be used; each fault is one Dutch line."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Keep the lines."""
        self.lines = tuple(lines)
        super().__init__("\n".join(lines))


@dataclass(frozen=True)
class Unclear:
    """A line (numbered from 1) that does not count, its text as written, and why, in Dutch."""

    line: int
    text: str
    why: str

    def __str__(self) -> str:
        """Give one Dutch line: where, what, why."""
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        return message("onduidelijk_regel", regel=self.line, tekst=shown, waarom=self.why)


@dataclass(frozen=True)
class Said:
    """What one speaker said, in one breath, and on which line it began."""

    speaker: Speaker
    text: str
    line: int


def joined(turns: Sequence[Said]) -> tuple[tuple[Speaker, str], ...]:
    """Join what one speaker says without interruption: that is one turn (labels.md)."""
    found: list[tuple[Speaker, str]] = []
    for said in turns:
        if found and found[-1][0] == said.speaker:
            found[-1] = (said.speaker, f"{found[-1][1]} {said.text}")
        else:
            found.append((said.speaker, said.text))
    return tuple(found)


@dataclass
class Draft:
    """What a reader found: values of the head by key, turns in order, lines that are not clear."""

    head: dict[str, str] = field(default_factory=dict)
    turns: list[Said] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def puzzle(self, line: int, text: str, key: str, **slots: object) -> None:
        """Note a line that is not clear."""
        self.unclear.append(Unclear(line, " ".join(text.split()), message(key, **slots)))


@dataclass(frozen=True)
class Transcript:
    """A written conversation in which speakers alternate.

    `case` is an id, free text or empty; `ignored` are unknown keys; `unclear` are the lines that were
    read but are no part of the conversation.
    """

    form: Form
    type: str
    case: str
    turns: tuple[tuple[Speaker, str], ...]
    ignored: tuple[str, ...] = ()
    unclear: tuple[Unclear, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """Give the trainee's turns in order."""
        return tuple(text for speaker, text in self.turns if speaker == "leraar")
