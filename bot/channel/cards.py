"""What the page shows before a conversation: the choices and the preparation card, as JSON."""

from __future__ import annotations

from typing import Any

from bot.catalogue import all_cases, coachings, difficulties, forms, left_out, parent_types, persons_of
from bot.content.guideline import Guideline
from bot.content.library import load_case, load_forms, load_guidelines, load_person, load_sources
from bot.content.person import Person
from bot.content.shelf import shelf
from bot.debrief.wording import source_line
from bot.exercise import Setup
from bot.messages import message
from bot.parent import parent_type


def choices() -> dict[str, Any]:
    """Give all there is to choose from."""
    minutes = {key: form.minutes for key, form in load_forms().items()}
    return {
        "gespreksvormen": [
            {"id": o.id, "naam": o.name, "uitleg": o.about, "minuten": minutes[o.id]} for o in forms()
        ],
        "ouders": [
            {
                "type": t.id,
                "naam": t.name,
                "uitleg": t.about,
                "personen": [person_card(p) for p in persons_of(t.id)],
            }
            for t in parent_types()
        ],
        "casussen": [
            {
                "id": case.id,
                "titel": case.title,
                "samenvatting": case.summary,
                "gespreksvormen": list(case.forms),
                "types": list(case.types),
                "groep": case.child.group,
                "kind": case.child.name,
                "eigen": case.id in shelf().cases,
            }
            for case in all_cases()
        ],
        "niveaus": [{"id": o.id, "naam": o.name, "uitleg": o.about} for o in difficulties()],
        "overgeslagen": list(left_out()),
        "coaching": [{"id": o.id, "naam": o.name, "uitleg": o.about} for o in coachings()],
    }


def person_card(person: Person) -> dict[str, Any]:
    """Give a person as the page draws and names them."""
    figure = {**person.figure.dict(), "relation": person.relation}
    return {
        "id": person.id,
        "naam": person.name,
        "relatie": person.relation,
        "zin": person.one_line,
        "figuur": figure,
    }


def preparation(setup: Setup) -> dict[str, Any]:
    """Give the preparation card; nothing of what is hidden in the case."""
    case, person = load_case(setup.case), load_person(setup.person)
    if case is None or person is None:
        raise LookupError(setup.case)
    return {
        "persoon": person_card(person),
        "keuze": _chosen(setup),
        "casus": {
            "titel": case.title,
            "doel": case.goal,
            "feiten": [{"tekst": signal.text} for signal in case.signals],
            "sterk": [strength.text for strength in case.strengths],
            "onbekend": list(case.unknown),
        },
        "stappen": [
            {"titel": s.title, "bron": source_line([s.source])} for s in load_forms()[setup.form].steps
        ],
        "tips": [
            {"tekst": tip.text, "bron": source_line([tip.source])} for tip in parent_type(setup.type).tips
        ],
        "niet_zichtbaar": [
            {"tekst": g.title, "bron": source_line(g.sources[:1]), "wanneer": _when(g)}
            for g in _unseen(setup)
        ],
        "bronnen": {key: source.title for key, source in load_sources().items()},
    }


def _chosen(setup: Setup) -> list[str]:
    """Give what was chosen, in words."""
    levels = {o.id: o.name for o in difficulties()}
    helps = {o.id: o.name for o in coachings()}
    return [
        load_forms()[setup.form].name,
        parent_type(setup.type).name,
        message("gekozen_niveau", naam=levels[setup.difficulty].lower()),
        message("gekozen_hulp", naam=helps[setup.coaching].lower()),
    ]


def _when(guideline: Guideline) -> str:
    return "vooraf" if guideline.phase == "voorbereiding" else "tijdens"


def _unseen(setup: Setup) -> list[Guideline]:
    """Give the advice for before and during a real talk that text cannot show; what comes after is for the debrief."""
    return [
        g
        for g in load_guidelines()
        if not g.visible and g.phase != "nazorg" and g.is_for(setup.form, setup.type)
    ]
