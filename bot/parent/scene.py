"""The moment in which the parent answers: who, what was said, and how the parent feels now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from bot.analysis.turn import TurnAnalysis
from bot.content.case import Signal
from bot.content.person import Band
from bot.parent.change import HOT
from bot.parent.hearing import about_child, hits, nearly
from bot.parent.library import Cast
from bot.parent.memory import Memory
from bot.parent.mind import Mind
from bot.parent.voice import band_of

LONG_WORD = 7
"""Letters from which a word says what a question is about."""

SAME_TEXT = 90
"""Ratio (0 to 100) from which two turns count as the same words."""


@dataclass(frozen=True)
class Scene:
    """Everything that choosing a reply depends on; `mind` is the parent after this turn."""

    cast: Cast
    memory: Memory
    turn: TurnAnalysis
    before: Mind
    mind: Mind
    pushed: bool = False

    @cached_property
    def labels(self) -> frozenset[str]:
        """Give the labels of the turn; a rhetorical question that connects does not count as one."""
        found = set(self.turn.labels) | nearly(self.turn, self.cast.world.hearing)
        if self.memory.number == 1 and not self.turn.valkuilen and not found & {"zorg", "observatie"}:
            found.discard("suggestief")  # small talk at the door
        if "gezamenlijk_belang" in found:
            found.discard("retorisch")
        if not self.turn.labels and self.named_signal and self.named_signal.id not in self.memory.signals:
            found -= set(self.cast.world.hearing.nearly_hurts)  # a bare fact is no insult
        return frozenset(found)

    @property
    def band(self) -> Band:
        """Give the band of tension now."""
        return band_of(self.mind.spanning)

    @property
    def hot(self) -> bool:
        """Tell whether no facts or agreements come in."""
        return self.mind.spanning >= HOT

    @cached_property
    def hurt(self) -> bool:
        """Tell whether the turn holds a pitfall that hurts."""
        return bool(self.labels & set(self.cast.world.effects.groups.severe))

    @property
    def tells(self) -> float:
        """Give the openness that counts for telling now."""
        return max(0.0, self.mind.tells - (0.3 if self.hurt else 0.0))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Give the topics the turn asks about that somebody can tell about."""
        topics = tuple(topic for topic in self.turn.topics if topic in self.cast.home)
        return topics or (("thuis",) if "thuissituatie" in self.turn.zetten else ())

    @cached_property
    def last_topic(self) -> str | None:
        """Give the topic the parent last spoke about."""
        topic = self.memory.marks.get("topic")
        return topic if topic in self.cast.home else None

    @cached_property
    def touched(self) -> frozenset[str]:
        """Give the topics that came up so far, from either side."""
        asked = {topic for turn in (*self.memory.turns, self.turn) for topic in turn.topics}
        told = {fact.partition(".")[0] for fact in self.memory.told}
        mentioned = {reply.marks.get("mentioned") for reply in self.memory.replies}
        mentioned.add(self.named_signal.id if self.named_signal else None)
        return frozenset(asked | told | {signal.topic for signal in self._signals if signal.id in mentioned})

    @cached_property
    def named_signal(self) -> Signal | None:
        """Give the signal of the case that the turn names: the one most of whose keywords occur."""
        text = about_child(self.turn.text.lower(), self.cast.world.hearing)
        counted = [
            (sum(hits(text, word) for word in s.keywords), -place) for place, s in enumerate(self._signals)
        ]
        best = max(counted)
        return self._signals[-best[1]] if best[0] else None

    @cached_property
    def signal(self) -> Signal | None:
        """Give the signal the turn is about: named now, mentioned last, or on the topic asked."""
        known = {signal.id: signal for signal in self._signals}
        by_topic = (signal for signal in self._signals if signal.topic in self.turn.topics)
        return self.named_signal or known.get(self.memory.marks.get("mentioned", "")) or next(by_topic, None)

    @cached_property
    def tells_signal(self) -> bool:
        """Tell whether the turn states a signal; the first time, plain words are enough."""
        if self.named_signal is None:
            return False
        if {"observatie", "zorg"} & self.labels:
            return True
        new = self.named_signal.id not in self.memory.signals
        taken = {"oplossing", "afspraak", "vervolg", "positief", "bagatelliseren", "realistisch_beeld"}
        return new and not self.turn.asks and not self.labels & taken

    @cached_property
    def points_back(self) -> bool:
        """Tell whether the words refer to what was said: "dat", "daar", or a short echo."""
        words = re.findall(r"\w+", self.turn.text.lower())
        if set(words) & set(self.cast.world.hearing.refers):
            return True
        child = {self.cast.case.child.name.lower(), *self.cast.world.hearing.child}
        echo = len(words) <= 4 and not child & set(words)
        return "doorvragen" in self.labels and echo

    @cached_property
    def long_words(self) -> frozenset[str]:
        """Give the telling words of the turn, by length: they point at one fact among others."""
        words = re.findall(r"\w+", self.turn.text.lower())
        return frozenset(word for word in words if len(word) >= LONG_WORD)

    @property
    def _signals(self) -> tuple[Signal, ...]:
        return self.cast.case.signals

    @cached_property
    def same_words(self) -> bool:
        """Tell whether the trainee asks something in nearly the same words as before."""
        text = self.turn.text.lower()
        if not self.turn.asks or len(text) < 12:
            return False
        return any(
            fuzz.ratio(text, turn.text.lower()) >= SAME_TEXT for turn in self.memory.turns if turn.asks
        )

    @cached_property
    def talked_over(self) -> bool:
        """Tell whether an approach was talked over, now or before (needed for the highest rung)."""
        turns = (*self.memory.turns, self.turn)
        return any({"meedenken", "keuze_bij_ouder", "oplossing"} & set(turn.zetten) for turn in turns)
