"""Choosing an exercise: what can be chosen, reading an answer, and making a setup of it."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, get_args

from bot.catalogue import Option, cases_for, coachings, difficulties, forms, levels, persons_of, plain, types
from bot.content.case import Form
from bot.exercise import Coaching, Difficulty, Setup
from bot.messages import message
from bot.parent import choose_person

ORDER = ("gespreksvorm", "oudertype", "casus", "niveau")
"""The questions, in the order they are asked; person, seed and coaching have a sensible default."""

_NAMES = {"form": "gespreksvorm", "type": "oudertype", "case": "casus", "person": "persoon"}
_NAMES |= {"difficulty": "niveau", "seed": "zaad", "coaching": "coaching", "plan": "plan"}


class ChoiceError(Exception):
    """A choice that does not exist; its text is one Dutch line."""


@dataclass(frozen=True)
class Question:
    """The next thing to choose, and from what."""

    key: str
    text: str
    options: tuple[Option, ...]


def options(key: str, chosen: Mapping[str, Any]) -> tuple[Option, ...]:
    """Give what can be chosen for a key, given what was chosen before."""
    if key == "gespreksvorm":
        return forms()
    if key == "oudertype":
        return types()
    if key == "casus":
        return cases_for(chosen.get("gespreksvorm"), chosen.get("oudertype"))
    return difficulties() if key == "niveau" else coachings()


def next_question(chosen: Mapping[str, Any]) -> Question | None:
    """Give the first question not yet answered, None when the setup is complete."""
    for key in ORDER:
        if not chosen.get(key):
            return Question(key, message(f"kies_{key}"), options(key, chosen))
    return None


def with_defaults(given: Mapping[str, Any]) -> dict[str, Any]:
    """Fill in the middle difficulty for someone who named all else at once and need not be asked."""
    whole = all(given.get(key) for key in ORDER[:3])
    return {**given, "niveau": given.get("niveau") or ("gemiddeld" if whole else None)}


def read_answer(question: Question, text: str) -> str | None:
    """Find the option meant by a number, id or (part of a) name; None when it is unclear."""
    said = plain(text)
    if not said or not question.options:
        return None
    if re.sub(r"[.!]$", "", said) in levels().any_words:
        return random.SystemRandom().choice(question.options).id
    if said.isdecimal():
        place = int(said)
        return question.options[place - 1].id if 1 <= place <= len(question.options) else None
    exact = [o.id for o in question.options if said in (plain(o.id), plain(o.name))]
    within = [o.id for o in question.options if _mentions(said, o)]
    found = exact or within
    return found[0] if len(found) == 1 else None


def person_meant(type_: str, text: str) -> str | None:
    """Give the person whose first name was typed, None when none was."""
    said = plain(text)
    return next((p.id for p in persons_of(type_) if p.name.split()[0].lower() in said.split()), None)


def _mentions(said: str, option: Option) -> bool:
    """Tell whether the answer names the option, or is the beginning of a word in its name."""
    begun = len(said) >= 3 and re.search(rf"\b{re.escape(said)}", plain(option.name)) is not None
    return begun or option.named_in(said)


def setup_from(chosen: Mapping[str, Any], any_case: bool = False) -> Setup:
    """Make a setup of choices; raise ChoiceError naming the first choice that does not exist.

    With `any_case` a case may be used in a form it was not made for (a written transcript).
    """
    form: Form = _known("gespreksvorm", chosen.get("gespreksvorm"), get_args(Form))
    type_ = _known("oudertype", chosen.get("oudertype"), [o.id for o in types()])
    case = _case(chosen.get("casus"), None if any_case else form)
    difficulty: Difficulty = _known("niveau", chosen.get("niveau") or "gemiddeld", get_args(Difficulty))
    coaching: Coaching = _known("coaching", chosen.get("coaching") or "hint", get_args(Coaching))
    seed = _seed(chosen.get("zaad"))
    return Setup(
        form=form,
        type=type_,
        case=case,
        person=_person(chosen.get("persoon"), type_, case, seed),
        difficulty=difficulty,
        seed=seed,
        coaching=coaching,
        plan=str(chosen.get("plan") or ""),
    )


def choices_of(setup: Setup) -> dict[str, Any]:
    """Give the choices that make this very setup again: the inverse of `setup_from`."""
    return {_NAMES[key]: value for key, value in asdict(setup).items()}


def _known(key: str, value: Any, allowed: Sequence[Any]) -> Any:
    if value in allowed:
        return value
    listed = ", ".join(map(str, allowed))
    raise ChoiceError(
        message("onbekende_keuze", wat=message(f"naam_{key}"), waarde=_short(value), mogelijk=listed)
    )


def _case(value: Any, form: Form | None) -> str:
    possible = [o.id for o in cases_for(form, None)]
    every = [o.id for o in cases_for(None, None)]
    if value not in every:
        _known("casus", value, possible)
    if value not in possible:
        raise ChoiceError(message("past_niet", casus=value, vorm=form, mogelijk=", ".join(possible)))
    return str(value)


def _person(value: Any, type_: str, case: str, seed: int) -> str:
    if not value:
        return choose_person(type_, case, seed)
    possible = [person.id for person in persons_of(type_)]
    if value not in possible:
        raise ChoiceError(
            message("onbekende_persoon", waarde=_short(value), type=type_, mogelijk=", ".join(possible))
        )
    return str(value)


def _seed(value: Any) -> int:
    if value is None or value == "":
        return random.SystemRandom().randrange(1, 1_000_000)
    try:
        return int(value)
    except (TypeError, ValueError):
        raise ChoiceError(message("zaad_getal", waarde=_short(value))) from None


def _short(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 40 else text[:40] + "…"
