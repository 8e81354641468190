"""Remarks: everything that can be said about each turn, with evidence, and how useful it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.content.guideline import Guideline
from bot.content.label import load_labels
from bot.content.library import load_scoring, load_texts
from bot.debrief.effect import effect, welcome
from bot.debrief.judge import Instance, Verdict, rests_on_recognised_acts
from bot.debrief.model import Remark
from bot.debrief.praise import earned
from bot.debrief.questions import asks_several, costly, narrow
from bot.debrief.rewrite import better, example
from bot.debrief.sureness import is_sure
from bot.debrief.talk import Talk, TurnView
from bot.debrief.wording import quote, short_sources

_NARROW, _SEVERAL = "gesloten", "meervoudig"
_TYPE_BONUS = 1.3
_WELCOME_BONUS = 0.5
_LESS_TYPICAL = 0.85
_PITFALL_FACTOR = 1.3
_QUESTION_FACTOR = 1.2
_FORMS, _FORM_FACTOR = ("open", "hoe"), 0.6
"""What a question is about tells more than that it was open."""
_LEFT_OUT_FACTOR = 0.8


_ANSWERS = (
    "emotie_erkennen", "doorvragen", "samenvattend", "samenvatting", "waardering", "excuses",
    "ruimte_geven", "beleving", "metacommunicatie", "realistisch_beeld",
)  # fmt: skip
"""Whoever does one of these did answer the parent, perhaps otherwise than an advice asks."""
_PRACTICAL = (
    "afspraak",
    "vervolg",
    "oplossing",
    "meedenken",
    "verwachting",
    "deskundige",
    "verantwoordelijkheid",
)
_FELT = ("boos", "grens_over", "verdriet", "schrik", "overbelast", "onzeker", "zorg", "kritiek")


@dataclass(frozen=True)
class Candidate:
    """A remark that could be made; `use` is how useful it is, from about 0.5 to 5.

    `moment` is true when it is about the whole talk and the turn is only where it would have fitted.
    """

    remark: Remark
    use: float
    about: str
    moment: bool = False


def _guideline_for(label: str, verdicts: Sequence[Verdict]) -> Guideline | None:
    """Find the advice a discouraged label goes against: broken first, then order, then occasion."""
    if label == _NARROW:
        wanted = load_scoring().questions.narrow_guideline
        return next((v.guideline for v in verdicts if v.guideline.id == wanted), None)
    found = sorted((v.guideline for v in verdicts), key=lambda g: (g.is_pitfall, g.weight), reverse=True)
    against = [g for g in found if label in g.broken]
    against += [g for g in found if g.order and label in g.order.then]
    against += [g for g in found if g.occasion and label in g.occasion.turn]
    return against[0] if against else None


def _weak(label: str, use: float, talk: Talk, view: TurnView, verdicts: Sequence[Verdict]) -> Candidate:
    info, guideline = load_labels()[label], _guideline_for(label, verdicts)
    remark = Remark(
        soort="verbeter",
        beurt=view.number,
        label=label,
        naam=info.name,
        citaat=quote(view.sentence(label)),
        tekst=load_texts().remarks["narrow"] if label == _NARROW else info.seen,
        richtlijn=guideline.title if guideline else "",
        waarom=guideline.why if guideline else load_texts().remarks["label_why"],
        bron=short_sources(guideline.sources if guideline else info.sources, talk.exercise.form),
        effect=effect(view, label),
        beter=better(label, talk, view),
    )
    return Candidate(remark, use, label)


def _weak_of_turn(talk: Talk, view: TurnView, verdicts: Sequence[Verdict]) -> list[Candidate]:
    scoring = load_scoring()
    held = [x for x in view.held if x in scoring.pitfalls and is_sure(view, x)]
    found = [_weak(x, scoring.pitfalls[x].severity * _PITFALL_FACTOR, talk, view, verdicts) for x in held]
    costs = scoring.questions.costs
    asked = [x for x in costly(view) if is_sure(view, x) and (x != _SEVERAL or asks_several(view))]
    found += [_weak(x, costs[x] * _QUESTION_FACTOR, talk, view, verdicts) for x in asked]
    if narrow(view) and is_sure(view, _NARROW):
        found.append(_weak(_NARROW, scoring.questions.closed_cost, talk, view, verdicts))
    return found


def _answers_to(act: str) -> tuple[str, ...]:
    """Give what answers an act: a feeling asks for an ear, a wish also for something practical."""
    return _ANSWERS if act in _FELT else _ANSWERS + _PRACTICAL


def _left_out_text(guideline: Guideline, view: TurnView, answered: set[tuple[int, str]]) -> str:
    """Say which act of the parent was passed over; milder when another advice did answer it."""
    texts = load_texts()
    wanted = guideline.occasion.parent if guideline.occasion else ()
    act = next((act for act in wanted if act in view.acts), None)
    if act is None or (view.number, act) in answered or view.has(_answers_to(act)):
        return texts.remarks["could_here"]
    return texts.remarks["left_out"].format(act=texts.acts[act])


def _left_out(
    guideline: Guideline, instance: Instance, talk: Talk, answered: set[tuple[int, str]]
) -> Candidate:
    view, texts = talk.turn(instance.turn), load_texts().remarks
    text = _left_out_text(guideline, view, answered)
    if instance.moment or instance.vague:
        text = texts["moment" if instance.moment else "vague"]
    remark = Remark(
        soort="verbeter",
        beurt=view.number,
        label="",
        naam="",
        citaat=quote(view.sentence(instance.label) if instance.label else view.text),
        tekst=text,
        richtlijn=guideline.title,
        waarom=guideline.why,
        bron=short_sources(guideline.sources, talk.exercise.form),
        beter=example(guideline, talk, view),
    )
    return Candidate(remark, guideline.weight * _LEFT_OUT_FACTOR, guideline.id, instance.moment)


def _out_of_order(guideline: Guideline, instance: Instance, talk: Talk) -> Candidate:
    view, label = talk.turn(instance.turn), instance.label or ""
    remark = Remark(
        soort="verbeter",
        beurt=view.number,
        label=label,
        naam=load_labels()[label].name,
        citaat=quote(view.sentence(label)),
        tekst=load_texts().remarks["order_broken"],
        richtlijn=guideline.title,
        waarom=guideline.why,
        bron=short_sources(guideline.sources, talk.exercise.form),
        effect=effect(view, label),
        beter=example(guideline, talk, view),
    )
    return Candidate(remark, guideline.weight * _LEFT_OUT_FACTOR, guideline.id)


def _strong(guideline: Guideline, instance: Instance, talk: Talk) -> Candidate:
    view, label = talk.turn(instance.turn), instance.label or ""
    info = load_labels()[label]
    order = load_texts().remarks["order_met"] if guideline.order else ""
    remark = Remark(
        soort="sterk",
        beurt=view.number,
        label=label,
        naam=info.name,
        citaat=quote(view.sentence(label)),
        tekst=f"{info.seen} {order}".strip(),
        richtlijn=guideline.title,
        waarom=guideline.why,
        bron=short_sources(guideline.sources, talk.exercise.form),
        effect=effect(view, label, good=True),
    )
    typical = (guideline.met or (label,)).index(label) if label in guideline.met else 0
    bonus = _TYPE_BONUS if guideline.types and not typical else 1.0
    if label in _FORMS:
        bonus *= _FORM_FACTOR
    use = guideline.weight * bonus * _LESS_TYPICAL**typical
    return Candidate(remark, use + _WELCOME_BONUS * welcome(view, label), guideline.id)


def _answered(verdicts: Sequence[Verdict]) -> set[tuple[int, str]]:
    """Give turn and act where the trainee did what the documents ask for after that act."""
    return {
        (instance.turn, act)
        for verdict in verdicts
        if verdict.guideline.occasion and verdict.guideline.absence == "gemist"
        for act in verdict.guideline.occasion.parent
        for instance in verdict.met
    }


def _sayable(verdict: Verdict, instance: Instance, talk: Talk) -> bool:
    """Tell whether it is sure enough to say: no praise for doubtful words, no blame without an occasion."""
    sure = load_scoring().rules.sure
    if instance.outcome == "met":
        return earned(verdict.guideline, instance.label or "", talk.turn(instance.turn))
    if instance.outcome == "broken":
        return instance.weight >= sure
    recognised = rests_on_recognised_acts(verdict.guideline, talk)
    return verdict.status == "gemist" and (instance.vague or not recognised)


def _of_verdict(verdict: Verdict, talk: Talk, answered: set[tuple[int, str]]) -> list[Candidate]:
    found: list[Candidate] = []
    for instance in verdict.instances:
        if not _sayable(verdict, instance, talk):
            continue
        if instance.outcome == "met" and instance.label:
            found.append(_strong(verdict.guideline, instance, talk))
        elif instance.outcome == "broken" and verdict.guideline.order:
            found.append(_out_of_order(verdict.guideline, instance, talk))
        elif instance.outcome == "absent":
            found.append(_left_out(verdict.guideline, instance, talk, answered))
    return found


def candidates(talk: Talk, verdicts: Sequence[Verdict]) -> tuple[Candidate, ...]:
    """Give all remarks that evidence allows, most useful first; the order is fixed by the exercise alone."""
    found = [item for view in talk.turns for item in _weak_of_turn(talk, view, verdicts)]
    answered = _answered(verdicts)
    found += [item for verdict in verdicts for item in _of_verdict(verdict, talk, answered)]
    return tuple(sorted(found, key=lambda c: (-c.use, c.remark.beurt, c.about)))
