"""From evidence to a score per competence, by the rules of competences.yml."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.content.guideline import Competence
from bot.content.library import load_scoring
from bot.debrief.checklist import StepResult, is_optional
from bot.debrief.judge import Verdict
from bot.debrief.questions import QuestionMix
from bot.debrief.talk import Talk


@dataclass(frozen=True)
class Evidence:
    """Weights for and against; `share` is 0 to 1, drawn to the prior while there is little."""

    good: float = 0.0
    bad: float = 0.0

    @property
    def share(self) -> float:
        """Give the share of good evidence with the prior mixed in."""
        rules = load_scoring().rules
        weight = self.good + self.bad + rules.prior_weight
        return (self.good + rules.prior * rules.prior_weight) / weight

    def __add__(self, other: Evidence) -> Evidence:
        """Add evidence."""
        return Evidence(self.good + other.good, self.bad + other.bad)


@dataclass(frozen=True)
class CompetenceScore:
    """Score 0 to 100, or None; `little` tells that the trainee said too little, not that it did not come up."""

    id: Competence
    score: int | None
    little: bool = False


def _amount(weights: Iterable[float]) -> float:
    """Diminishing weight of repeated instances, surest first: of sure ones 1, 1.5, 1.83, …, up to a limit."""
    ordered = sorted(weights, reverse=True)
    return min(load_scoring().rules.most_evidence, sum(w / n for n, w in enumerate(ordered, 1)))


def _from_guideline(verdict: Verdict) -> Evidence:
    guideline, every = verdict.guideline, sum(i.weight for i in verdict.instances)
    if not every or guideline.is_pitfall:
        return Evidence()
    required = guideline.absence == "gemist" or guideline.order or guideline.broken
    factor = 1.0 if required else load_scoring().rules.optional_factor
    weight = guideline.weight * factor * _amount(i.weight for i in verdict.instances)
    good = sum(i.weight for i in verdict.met) / every
    return Evidence(weight * good, weight * (1 - good))


def _from_harm(competence: Competence, talk: Talk) -> Evidence:
    scoring = load_scoring()
    bad = 0.0
    for label, pitfall in scoring.pitfalls.items():
        if pitfall.harms == competence:
            held = (view.certainty(label) for view in talk.turns if label in view.held)
            bad += pitfall.severity * _amount(held)
    return Evidence(bad=bad * scoring.rules.harm_factor)


def evidence(competence: Competence, verdicts: Sequence[Verdict], talk: Talk) -> Evidence:
    """Sum what guidelines and pitfalls say about one competence."""
    total = _from_harm(competence, talk)
    for verdict in verdicts:
        if verdict.guideline.competence == competence:
            total += _from_guideline(verdict)
    return total


def _questions(mix: QuestionMix) -> float:
    advice, rules = load_scoring().questions, load_scoring().rules
    bad = advice.closed_cost * mix.closed + mix.cost
    weight = mix.inviting + bad + rules.prior_weight
    return (mix.inviting + rules.prior * rules.prior_weight) / weight


def _steps(steps: Sequence[StepResult]) -> float | None:
    worth = {"gezien": 1.0, "andere_volgorde": load_scoring().rules.out_of_order, "niet_gezien": 0.0}
    counted = [worth[item.status] for item in steps if item.status in worth and not is_optional(item.step)]
    return sum(counted) / len(counted) if counted else None


def _pitfalls(talk: Talk) -> float:
    """Severity per turn, so that a long talk may hold a slip; a doubtful label counts for its chance."""
    scoring = load_scoring()
    rules = scoring.rules
    load = sum(scoring.pitfalls[x].severity * view.certainty(x) for view in talk.turns for x in view.held)
    spoken = max(talk.spoken, 1)
    avoided = math.exp(-load / spoken / rules.pitfall_scale)
    return (spoken * avoided + rules.pitfall_turns * rules.prior) / (spoken + rules.pitfall_turns)


def _mixed(first: float, second: float | None, share: float) -> float:
    return first if second is None else (1 - share) * first + share * second


def _value(
    name: Competence, found: Evidence, talk: Talk, mix: QuestionMix, steps: Sequence[StepResult]
) -> float | None:
    scoring = load_scoring()
    if name == "valkuilen":
        return _pitfalls(talk)
    if found.good + found.bad == 0:
        return None
    if name == "vragen":
        return _mixed(found.share, _questions(mix), scoring.questions.share)
    if name == "opbouw":
        return _mixed(found.share, _steps(steps), scoring.rules.checklist_share)
    return found.share


def _too_little(name: Competence, talk: Talk) -> bool:
    rules = load_scoring().rules
    silent = not any(view.exchange.turn.asks for view in talk.turns)
    return talk.spoken < rules.min_turns or (
        name == "vragen" and silent and talk.spoken < rules.min_turns_without_question
    )


def competence_scores(
    verdicts: Sequence[Verdict], talk: Talk, mix: QuestionMix, steps: Sequence[StepResult]
) -> tuple[CompetenceScore, ...]:
    """Give the seven scores, in the order of competences.yml."""
    scores: list[CompetenceScore] = []
    for name in load_scoring().competences:
        if _too_little(name, talk):
            scores.append(CompetenceScore(name, None, little=True))
            continue
        value = _value(name, evidence(name, verdicts, talk), talk, mix, steps)
        scores.append(CompetenceScore(name, None if value is None else round(100 * value)))
    return tuple(scores)


def total_score(scores: Sequence[CompetenceScore], spoken: int) -> int:
    """Give the weighted mean, 0 to 100; what was too little to judge counts low and light, never high."""
    scoring = load_scoring()
    if not spoken:
        return 0
    rules = scoring.rules
    points = weight = 0.0
    for item in scores:
        own = scoring.competences[item.id].weight
        if item.score is not None:
            points, weight = points + own * item.score, weight + own
        elif item.little:
            own *= rules.little_factor
            points, weight = points + own * rules.little_score, weight + own
    return round(points / weight) if weight else 0
