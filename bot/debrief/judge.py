"""Judging guidelines: was there an occasion, and was the advice met, broken or left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.content.guideline import Guideline
from bot.content.library import load_guidelines, load_scoring
from bot.debrief.order import judge_order
from bot.debrief.sureness import perhaps, shown
from bot.debrief.talk import Talk, TurnView

Status = Literal["gezien", "gemist", "niet_aan_de_orde"]
Outcome = Literal["met", "broken", "absent"]

_CLOSING = ("aanpak", "afronding")
_LONG = 6
"""From this many turns on, the first half is not yet the closing of a talk."""


@dataclass(frozen=True)
class Instance:
    """One occasion and what came of it; `turn` is where to look, `label` what shows it, if anything.

    `moment` is true when nothing was said and `turn` is only where it would have fitted; `vague` when
    it was said, but not concretely. `weight` is how sure this is, 0 to 1.
    """

    turn: int
    outcome: Outcome
    label: str | None = None
    moment: bool = False
    vague: bool = False
    weight: float = 1.0


@dataclass(frozen=True)
class Verdict:
    """A guideline with its status and the instances the status rests on."""

    guideline: Guideline
    status: Status
    instances: tuple[Instance, ...] = ()

    @property
    def met(self) -> tuple[Instance, ...]:
        """Give the instances in which the advice was followed."""
        return tuple(i for i in self.instances if i.outcome == "met")

    @property
    def missed(self) -> tuple[Instance, ...]:
        """Give the instances in which it was broken or left out."""
        return tuple(i for i in self.instances if i.outcome != "met")

    @property
    def deciding(self) -> tuple[Instance, ...]:
        """Give the instances that explain the status."""
        return self.met if self.status == "gezien" else self.missed


def _is_occasion(guideline: Guideline, view: TurnView) -> bool:
    wanted = guideline.occasion
    if wanted is None or view.strange:
        return False
    if wanted.parent and not set(wanted.parent) & set(view.acts):
        return False
    if wanted.turn and not set(wanted.turn) & set(view.labels):
        return False
    return wanted.tension is None or view.tension is None or view.tension >= wanted.tension


def _met_in(guideline: Guideline, window: tuple[TurnView, ...]) -> Instance | None:
    if guideline.met_all:
        places = [next((v.number for v in window if x in v.labels), None) for x in guideline.met_all]
        found = [place for place in places if place is not None]
        return Instance(max(found), "met", guideline.met_all[-1]) if len(found) == len(places) else None
    return next(iter(_shown(guideline, window)), None)


def _shown(guideline: Guideline, window: tuple[TurnView, ...]) -> list[Instance]:
    """Give where the advice was followed."""
    found: list[Instance] = []
    for view in window:
        label = view.has(guideline.met)
        if label and (view.concrete or not guideline.concrete):
            found.append(Instance(view.number, "met", label, weight=shown(view, label)))
    return found


def _vague(guideline: Guideline, window: tuple[TurnView, ...]) -> Instance | None:
    """Give where the advice was followed in words that cannot be checked."""
    sure = load_scoring().rules.sure
    for view in window:
        label = view.has(guideline.met) if guideline.concrete else None
        if label and view.certainty(label) >= sure:
            return Instance(view.number, "absent", label, vague=True, weight=view.certainty(label))
    return None


def _abstains(guideline: Guideline, talk: Talk, window: tuple[TurnView, ...]) -> bool:
    """Tell whether absence says nothing: the analysis doubted, or the talk was over."""
    wanted = set(guideline.met) | set(guideline.met_all)
    could = [view for view in window if view.concrete or not guideline.concrete]
    if any(perhaps(view, wanted) for view in could):
        return True
    if any(wanted & set(view.disputed) for view in window):
        return True
    after_stop = guideline.occasion is not None and "stoppen" in guideline.occasion.turn
    return talk.cut_short and guideline.phase in _CLOSING and not after_stop


def _at_occasion(guideline: Guideline, talk: Talk, place: int) -> Instance | None:
    view = talk.turns[place]
    broken = next((x for x in guideline.broken if x in view.labels and x not in view.excused), None)
    if broken:
        return Instance(view.number, "broken", broken, weight=view.certainty(broken))
    window = talk.turns[place : place + guideline.within]
    met = _met_in(guideline, window)
    if met:
        return met
    if not (guideline.met or guideline.met_all):
        return Instance(view.number, "met")
    truncated = len(window) < guideline.within and not talk.trainee_ended
    doubtful = _occasion_certainty(guideline, view) < load_scoring().rules.sure
    if guideline.absence != "gemist" or truncated or doubtful or _abstains(guideline, talk, window):
        return None
    if guideline.occasion and guideline.occasion.turn and _met_in(guideline, talk.turns[:place]):
        return None
    return _vague(guideline, window) or Instance(view.number, "absent", weight=_weight(guideline, talk))


def rests_on_recognised_acts(guideline: Guideline, talk: Talk) -> bool:
    """Tell whether the occasion is something a parent in a written transcript only seems to do."""
    return guideline.occasion is not None and bool(guideline.occasion.parent) and not talk.acts_known


def _weight(guideline: Guideline, talk: Talk) -> float:
    return load_scoring().rules.recognised_act if rests_on_recognised_acts(guideline, talk) else 1.0


def _occasion_certainty(guideline: Guideline, view: TurnView) -> float:
    """Tell how sure it is that the trainee's own turn gave the occasion."""
    wanted = guideline.occasion.turn if guideline.occasion else ()
    return max((view.certainty(x) for x in wanted if x in view.labels), default=1.0)


def _moment(guideline: Guideline, talk: Talk) -> int:
    """Give the turn where a left-out advice would have fitted, by its phase."""
    count = len(talk.turns)
    facts = next((v.number for v in talk.turns if v.has(("observatie", "zorg"))), min(2, count))
    by_phase = {"opening": 1, "inbreng": facts, "reactie": min(facts + 1, count), "aanpak": max(1, count - 1)}
    return talk.spoken_near(by_phase.get(guideline.phase, count))


def _part(guideline: Guideline, talk: Talk) -> tuple[TurnView, ...]:
    """Give the turns in which an advice for the whole talk can be followed: what closes a talk comes late."""
    late = guideline.phase == "afronding" and len(talk.turns) >= _LONG
    return talk.turns[len(talk.turns) // 2 :] if late else talk.turns


def _whole(guideline: Guideline, talk: Talk) -> tuple[Instance, ...]:
    if guideline.met_all:
        met = _met_in(guideline, talk.turns)
        found = [met] if met else []
    else:
        found = _shown(guideline, _part(guideline, talk))
    if found:
        return tuple(found)
    few = talk.spoken < load_scoring().rules.min_turns
    if guideline.absence != "gemist" or few or _abstains(guideline, talk, talk.turns):
        return ()
    vague = _vague(guideline, talk.turns)
    return (vague or Instance(_moment(guideline, talk), "absent", moment=True),)


def _pitfall(guideline: Guideline, talk: Talk) -> Verdict:
    found = tuple(
        Instance(view.number, "broken", label, weight=view.certainty(label))
        for view in talk.turns
        for label in guideline.broken
        if label in view.labels and label not in view.excused
    )
    if found:
        return Verdict(guideline, "gemist", found)
    enough = talk.spoken >= load_scoring().rules.min_turns
    return Verdict(guideline, "gezien" if enough else "niet_aan_de_orde")


def weigh(guideline: Guideline, instances: tuple[Instance, ...]) -> Verdict:
    """Decide from what came of the occasions; half met is enough, none says nothing."""
    if not instances:
        return Verdict(guideline, "niet_aan_de_orde")
    met = sum(i.weight for i in instances if i.outcome == "met")
    every = sum(i.weight for i in instances)
    return Verdict(guideline, "gezien" if 2 * met >= every else "gemist", instances)


def judge(guideline: Guideline, talk: Talk) -> Verdict:
    """Decide one guideline from the talk; with repeated occasions half met is enough to be seen."""
    if guideline.is_pitfall:
        return _pitfall(guideline, talk)
    if guideline.order:
        found = judge_order(guideline.order, talk)
        return weigh(guideline, (Instance(*found),) if found else ())
    if guideline.occasion is None:
        return weigh(guideline, _whole(guideline, talk))
    places = [place for place, view in enumerate(talk.turns) if _is_occasion(guideline, view)]
    at = [_at_occasion(guideline, talk, place) for place in places]
    return weigh(guideline, tuple(i for i in at if i is not None))


def judge_all(talk: Talk) -> tuple[Verdict, ...]:
    """Decide every guideline that applies, in file order."""
    form, parent_type = talk.exercise.form, talk.exercise.type
    return tuple(judge(g, talk) for g in load_guidelines() if g.visible and g.is_for(form, parent_type))
