"""Hints during the talk: the most useful advice for the next turn, and one line on the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.guideline import Guideline
from bot.content.library import load_guidelines
from bot.debrief.judge import judge_all
from bot.debrief.model import Hint, Remark
from bot.debrief.remarks import candidates
from bot.debrief.rewrite import examples
from bot.debrief.talk import Talk, TurnView, read_talk
from bot.debrief.wording import pick, short_sources, talk_slots, turn_slots
from bot.exercise import Exchange, Exercise, Reply

_PHASES = ("opening", "inbreng", "reactie", "aanpak", "afronding")
_HIGH = 0.6
_EMOTION = ("emotie_erkennen", "ruimte_geven", "excuses", "beleving", "begrenzen")
_OCCASION, _REQUIRED, _TYPE, _DONE, _TOO_EARLY = 4.0, 1.0, 1.0, 2.5, 1.5
Now = tuple[tuple[str, ...], float | None]
"""What the parent just did, and the tension, None when unknown."""

_TIMES = {"opening": 0, "inbreng": 1, "reactie": 2, "aanpak": 4, "afronding": 6}


def _now(talk: Talk, opening: Reply | None) -> Now:
    """Give what the parent's last utterance does and the tension after it."""
    last = talk.turns[-1].exchange.reply if talk.turns else opening
    return (last.acts, last.state.spanning) if last else ((), None)


def _said(talk: Talk) -> set[str]:
    return {label for view in talk.turns for label in view.labels}


def _asked_for(guideline: Guideline, acts: Sequence[str], tension: float | None) -> bool:
    wanted = guideline.occasion
    if wanted is None or not wanted.parent or not set(wanted.parent) & set(acts):
        return False
    return wanted.tension is None or (tension is not None and tension >= wanted.tension)


def _is_step(guideline: Guideline, talk: Talk) -> bool:
    """A required advice without an occasion of its own: a step of the form not yet done."""
    required = guideline.absence == "gemist" and guideline.occasion is None
    return required and not set(guideline.met + guideline.met_all) & _said(talk)


def _use(guideline: Guideline, talk: Talk, acts: Sequence[str], tension: float | None) -> float | None:
    asked = _asked_for(guideline, acts, tension)
    if not asked and not _is_step(guideline, talk):
        return None
    use = guideline.weight + (_OCCASION if asked else 0) + (_TYPE if guideline.types else 0)
    use += _REQUIRED if guideline.absence == "gemist" else 0
    if asked and set(guideline.met) & set(_recent(talk)):
        use -= _DONE
    if tension is not None and tension >= _HIGH and not set(guideline.met) & set(_EMOTION):
        use -= _OCCASION
    early = _TIMES.get(guideline.phase, 0) - len(talk.turns)
    return use - (_TOO_EARLY * early if not asked and early > 0 else 0)


def _recent(talk: Talk) -> tuple[str, ...]:
    return tuple(label for view in talk.turns[-2:] for label in view.labels)


def _ranked(talk: Talk, now: Now) -> list[Guideline]:
    acts, tension = now
    form, kind = talk.exercise.form, talk.exercise.type
    usable = [
        g for g in load_guidelines() if g.visible and g.is_for(form, kind) and g.examples and not g.is_pitfall
    ]
    scored = [(use, g) for g in usable if (use := _use(g, talk, acts, tension)) is not None]
    phase = {name: place for place, name in enumerate(_PHASES)}
    return [g for _, g in sorted(scored, key=lambda s: (-s[0], phase.get(s[1].phase, 9), s[1].id))]


def _next_view(talk: Talk, now: Now) -> TurnView | None:
    """Read the parent's last words as the next turn to answer, for the slots of an example."""
    if not talk.turns:
        return None
    last = talk.turns[-1]
    acts, tension = now
    text = last.exchange.reply.text if last.exchange.reply else ""
    exchange = replace(last.exchange, before=text, before_acts=acts)
    return replace(last, number=last.number + 1, exchange=exchange, tension=tension)


def hint(exercise: Exercise, given: Sequence[str] = (), opening: Reply | None = None) -> Hint | None:
    """Give the best advice for the next turn, another than those `given` (ids or texts) when there is one.

    `opening` is the parent's entry, which the record of an exercise without turns does not hold.
    """
    talk = read_talk(exercise)
    now = _now(talk, opening)
    ranked = _ranked(talk, now)
    fresh = [g for g in ranked if g.id not in given and g.title not in given]
    chosen = next(iter(fresh or ranked), None)
    if chosen is None:
        return None
    view = _next_view(talk, now)
    slots = turn_slots(talk, view) if view else talk_slots(talk) | _first_fact(talk)
    sentence = pick(examples(chosen, slots), slots, len(given))
    return Hint(
        chosen.id, chosen.title, sentence, short_sources(chosen.sources, talk.exercise.form), chosen.why
    )


def _first_fact(talk: Talk) -> dict[str, str]:
    if talk.case is None:
        return {}
    signal = talk.case.signals[0]
    return {"feit": signal.text, "kort": signal.short, "sterk": talk.case.strengths[0].text}


def live_remark(exchange: Exchange, exercise: Exercise) -> Remark | None:
    """Give one line on the turn just said, the most useful one; None when there is nothing to say."""
    if exchange not in exercise.exchanges:
        exercise = replace(exercise, exchanges=(*exercise.exchanges, exchange))
    number = max(i for i, item in enumerate(exercise.exchanges) if item == exchange) + 1
    upto = replace(exercise, exchanges=exercise.exchanges[:number], ending=None)
    talk = read_talk(upto)
    found = candidates(talk, judge_all(talk))
    mine = [c.remark for c in found if c.remark.beurt == number and not c.moment]
    return _one_line(mine[0]) if mine else None


def _one_line(remark: Remark) -> Remark:
    """Let the text stand alone beside the talk: what happened and, when weak, what to do instead."""
    weak = remark.soort == "verbeter"
    return replace(remark, tekst=f"{remark.tekst} {remark.richtlijn}".strip()) if weak else remark
