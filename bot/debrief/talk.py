"""The talk as the score reads it: turns with the labels that count, and what limits their use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.analysis.turn import TurnAnalysis
from bot.content.case import Case
from bot.content.label import load_labels
from bot.content.library import load_case, load_scoring
from bot.debrief.concrete import is_concrete
from bot.debrief.spoken import STRANGE
from bot.exercise import Exchange, Exercise

NAMED_LATER = ("mishandeling_noemen", "interpretatie")
"""Labels on which the documents contradict each other in step 3 of the meldcode (labels.md part 5)."""

_HEATED = {"boos", "grens_over", "dreigt", "wil_weg"}
_HARSH = {"verwijt", "oordeel", "dreigen"}
_HIGH = 0.6
_CHECK_WORDS = 6
"""A question this short only checks the summary in the sentence before it."""
_ENDS = re.compile(r"[.!?…]+(?=\s|$)\s*")


@dataclass(frozen=True)
class TurnView:
    """One turn, numbered from 1; `tension` is the parent's before the turn, 0 to 1, None when unknown.

    `labels` are what the turn carries without disputed and unsure ones. `excused` may be among
    them but is held against nobody.
    """

    number: int
    exchange: Exchange
    tension: float | None
    labels: tuple[str, ...]
    disputed: tuple[str, ...]
    excused: tuple[str, ...]

    @property
    def acts(self) -> tuple[str, ...]:
        """Give what the parent's utterance before this turn does."""
        return self.exchange.before_acts

    @property
    def text(self) -> str:
        """Give the trainee's words."""
        return self.exchange.turn.text

    @cached_property
    def held(self) -> tuple[str, ...]:
        """Give the pitfalls of this turn that count."""
        known = load_labels()
        return tuple(x for x in self.labels if known[x].group == "valkuilen" and x not in self.excused)

    @property
    def strange(self) -> bool:
        """Tell whether the turn is no part of the conversation."""
        return self.exchange.turn.kind in STRANGE

    def has(self, labels: tuple[str, ...]) -> str | None:
        """Give the first of `labels` that this turn carries."""
        return next((label for label in labels if label in self.labels), None)

    def fragment(self, label: str) -> str:
        """Give the words that carry a label."""
        return self.exchange.turn.fragment(label).strip()

    def sentence(self, label: str) -> str:
        """Give the whole sentence, or sentences, around the words that carry a label."""
        span = next((s for s in self.exchange.turn.spans if s.label == label), None)
        if span is None:
            return self.text
        edges = [0, *(m.end() for m in _ENDS.finditer(self.text, 0, span.begin))]
        begin = edges[-1]
        if label.startswith("samenvat") and len(self.text[begin : span.end].split()) <= _CHECK_WORDS:
            begin = edges[max(0, len(edges) - 2)]
        end = _ENDS.search(self.text, max(span.begin, span.end - 2))
        return self.text[begin : end.end() if end else len(self.text)].strip()

    def certainty(self, label: str) -> float:
        """Give how sure the analysis is of a label, 0 to 1; a label without a fragment was given by hand."""
        return next((s.probability for s in self.exchange.turn.spans if s.label == label), 1.0)

    @cached_property
    def concrete(self) -> bool:
        """Tell whether the turn says when, how often or how long."""
        return is_concrete(self.text)

    def place(self, label: str) -> int | None:
        """Give where in the turn the label begins, in characters; None when no fragment is known."""
        return next((span.begin for span in self.exchange.turn.spans if span.label == label), None)


@dataclass(frozen=True)
class Talk:
    """The whole talk. `cut_short` is true when nobody can be blamed for what was not reached any more."""

    exercise: Exercise
    turns: tuple[TurnView, ...]
    cut_short: bool
    trainee_ended: bool
    case: Case | None

    @cached_property
    def spoken(self) -> int:
        """Count the turns in which the trainee said something to judge."""
        return sum(view.exchange.turn.kind in ("beurt", "praatje") for view in self.turns)

    @property
    def acts_known(self) -> bool:
        """Tell whether what the parent did is known; in a written transcript it is only recognised."""
        return self.exercise.setup is not None

    def spoken_near(self, number: int) -> int:
        """Give the number of the first turn from `number` on that is part of the conversation, or the last before."""
        spoken = [view.number for view in self.turns if not view.strange]
        after = [one for one in spoken if one >= number]
        return next(iter(after), spoken[-1] if spoken else number)

    def turn(self, number: int) -> TurnView:
        """Give a turn by its number, from 1."""
        return self.turns[number - 1]


def _disputed(exercise: Exercise, number: int) -> tuple[str, ...]:
    """Give the labels the trainee objects to: wrong, missing, or with a remark that does not fit."""
    return tuple(
        str(d.get("label"))
        for d in exercise.disagreements
        if d.get("beurt") == number and d.get("soort") != "richtlijn"
    )


def _calm_facts(turn: TurnAnalysis) -> bool:
    """Tell whether a turn surely names facts, and not in one breath with blame or a verdict."""
    sure = load_scoring().rules.sure
    named = [s.probability for s in turn.spans if s.label == "observatie"] or [1.0]
    return "observatie" in turn.zetten and max(named) >= sure and not _HARSH & set(turn.valkuilen)


def _excused(exercise: Exercise, place: int) -> tuple[str, ...]:
    """Facts in an earlier turn, so the parent has answered since: then no document's advice is broken."""
    if exercise.form != "meldcode_stap_3":
        return ()
    if not any(_calm_facts(exchange.turn) for exchange in exercise.exchanges[:place]):
        return ()
    return tuple(x for x in NAMED_LATER if x in exercise.exchanges[place].turn.valkuilen)


def _view(exercise: Exercise, place: int) -> TurnView:
    exchange = exercise.exchanges[place]
    before = exercise.exchanges[place - 1].reply if place else None
    disputed = _disputed(exercise, place + 1)
    left_out = set(disputed) | set(exchange.turn.unsure)
    return TurnView(
        number=place + 1,
        exchange=exchange,
        tension=before.state.spanning if before else None,
        labels=tuple(x for x in exchange.turn.labels if x not in left_out and x in load_labels()),
        disputed=disputed,
        excused=_excused(exercise, place),
    )


def _rightly_stopped(turns: tuple[TurnView, ...]) -> bool:
    for place, view in enumerate(turns):
        near = turns[max(0, place - 2) : place + 1]
        heated = any(_HEATED & set(v.acts) or (v.tension or 0) >= _HIGH for v in near)
        if "stoppen" in view.labels and heated:
            return True
    return False


def _cut_short(exercise: Exercise, turns: tuple[TurnView, ...]) -> bool:
    if exercise.ending == "weggelopen" or _rightly_stopped(turns):
        return True
    stopped = any("stoppen" in view.labels for view in turns)
    unfinished = exercise.setup is not None and exercise.ending in (None, "gestopt")
    return unfinished and not stopped


def read_talk(exercise: Exercise) -> Talk:
    """Give the talk of an exercise."""
    turns = tuple(_view(exercise, place) for place in range(len(exercise.exchanges)))
    last = set(turns[-1].labels) if turns else set()
    return Talk(
        exercise=exercise,
        turns=turns,
        cut_short=_cut_short(exercise, turns),
        trainee_ended=bool(last & {"stoppen", "afronding"}),
        case=load_case(exercise.case),
    )
