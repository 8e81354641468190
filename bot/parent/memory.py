"""What the parent remembers: everything is read from the exchanges so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bot.analysis.turn import TurnAnalysis
from bot.exercise import Exchange, Reply

STANDS = 6
"""Replies for which a yes to a proposal still stands when the trainee rounds off."""


@dataclass(frozen=True)
class Memory:
    """The past of one conversation; `number` is the number of the turn that is answered now."""

    opening: Reply
    history: tuple[Exchange, ...] = ()

    @property
    def number(self) -> int:
        """Give the number of the turn that is answered now, from 1."""
        return len(self.history) + 1

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """Give all that the parent said, the opening first."""
        return (self.opening, *(item.reply for item in self.history if item.reply))

    @property
    def last(self) -> Reply:
        """Give what the parent said last."""
        return self.replies[-1]

    @cached_property
    def turns(self) -> tuple[TurnAnalysis, ...]:
        """Give the trainee's earlier turns."""
        return tuple(item.turn for item in self.history)

    @cached_property
    def used(self) -> frozenset[str]:
        """Give the keys of all lines that are spent."""
        return frozenset(key for reply in self.replies for key in reply.used)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Give the facts told, in order."""
        return tuple(fact for reply in self.replies for fact in reply.told)

    @cached_property
    def marks(self) -> dict[str, Any]:
        """Give what was marked, later marks over earlier."""
        merged: dict[str, Any] = {}
        for reply in self.replies:
            merged |= reply.marks
        return merged

    @cached_property
    def agreed(self) -> bool:
        """Tell whether something stands: an agreement, or a proposal the parent said yes to."""
        return "agreement" in self.marks or any(
            reply.marks.get("proposal") == "ja" for reply in self.replies[-STANDS:]
        )

    @cached_property
    def signals(self) -> dict[str, str]:
        """Give for each signal talked about how the parent took it last (denies, half, recognises)."""
        found = (reply.marks for reply in self.replies if "signal" in reply.marks)
        return {marks["signal"]: marks["way"] for marks in found}

    def recent(self, label: str, turns: int = 4) -> int:
        """Count how often a label came in the last turns."""
        return sum(label in turn.labels for turn in self.turns[-turns:])

    def acts(self, replies: int = 1) -> frozenset[str]:
        """Give what the parent's last utterances do."""
        return frozenset(act for reply in self.replies[-replies:] for act in reply.acts)

    def probe_age(self, probe: str) -> int | None:
        """Give how many replies ago an own move was made, or nothing when it never was."""
        ages = (age for age, reply in enumerate(reversed(self.replies), 1) if reply.probe == probe)
        return next(ages, None)

    def turn_age(self, labels: Sequence[str]) -> tuple[int, TurnAnalysis] | None:
        """Give the last turn that carries one of these labels, and how many turns ago that was."""
        for age, turn in enumerate(reversed(self.turns), 1):
            if set(labels) & set(turn.labels):
                return age, turn
        return None


@dataclass(frozen=True)
class Part:
    """A piece of a reply: its words, the line keys it spends, and what it does and discloses.

    `deep`: it tells something that a guarded parent would keep back.
    """

    text: str
    keys: tuple[str, ...] = ()
    kind: str = ""
    acts: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    marks: dict[str, Any] = field(default_factory=dict)
    probe: str | None = None
    deep: bool = False
