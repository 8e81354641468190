"""What stood around the talk: the hidden background, contradictions, after-care, what to practise next."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.label import load_labels
from bot.content.library import load_guidelines, load_person, load_texts
from bot.debrief.model import Advice, Contradiction, NextExercise, Remark
from bot.debrief.talk import Talk
from bot.debrief.wording import quote, source_line

_GOOD = 75
_DIFFICULTIES = ("makkelijk", "gemiddeld", "moeilijk")


def background(talk: Talk) -> str:
    """Give what was behind the parent's behaviour: of the case, then of the person; empty when unknown."""
    person = load_person(talk.exercise.person)
    parts = [talk.case.hidden.summary if talk.case else "", person.background.summary if person else ""]
    return " ".join(part for part in parts if part)


def contradictions(talk: Talk) -> tuple[Contradiction, ...]:
    """Give where the documents disagree about what was said (labels.md part 5)."""
    texts = load_texts()
    sources = tuple(source_line([source]) for source in texts.contradiction_sources)
    named = {
        view.number: quote(view.sentence(label))
        for view in talk.turns
        for label in reversed(view.excused)
        if label in view.labels and label in load_labels()
    }
    return tuple(
        Contradiction(number, words, texts.contradiction["text"], sources) for number, words in named.items()
    )


def aftercare(talk: Talk) -> tuple[Advice, ...]:
    """Give what to do after a real talk like this one; text cannot show it."""
    form, kind = talk.exercise.form, talk.exercise.type
    return tuple(
        Advice(g.title, source_line(g.sources))
        for g in load_guidelines()
        if not g.visible and g.phase == "nazorg" and g.is_for(form, kind)
    )


def _harder(talk: Talk) -> str | None:
    setup = talk.exercise.setup
    place = _DIFFICULTIES.index(setup.difficulty) if setup else 1
    return _DIFFICULTIES[place + 1] if place < len(_DIFFICULTIES) - 1 else None


def _other_type(talk: Talk) -> str | None:
    kinds = talk.case.types if talk.case else tuple(load_texts().types)
    own = talk.exercise.type
    start = kinds.index(own) + 1 if own in kinds else 0
    turned = kinds[start:] + kinds[:start]
    return next((kind for kind in turned if kind != own), None)


def next_exercise(talk: Talk, total: int, to_try: Sequence[Remark]) -> NextExercise:
    """Give the next step: again, harder, or the same case with another parent."""
    texts, exercise = load_texts(), talk.exercise
    level = exercise.setup.difficulty if exercise.setup else "gemiddeld"
    choice: dict[str, str | None] = {
        "gespreksvorm": exercise.form,
        "oudertype": exercise.type or None,
        "casus": talk.case.id if talk.case else None,
        "persoon": exercise.person,
        "niveau": level,
    }
    title = next((r.richtlijn for r in to_try if r.richtlijn), texts.next["fine"])
    if not to_try and total < _GOOD:
        return NextExercise(texts.next["more"], choice)
    if total < _GOOD:
        return NextExercise(texts.next["again"].format(title=title), choice)
    harder, other = _harder(talk), _other_type(talk)
    if harder:
        return NextExercise(texts.next["harder"].format(title=title), {**choice, "niveau": harder})
    named = texts.types.get(other or "", other or "")
    chosen = {**choice, "oudertype": other, "persoon": None}
    return NextExercise(texts.next["other"].format(type=named, title=title), chosen)
