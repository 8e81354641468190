"""Every guideline text can show is put to the test, and every probe really decides what it names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest

from bot.analysis.turn import TurnAnalysis
from bot.content.case import Case
from bot.content.check_probes import needs_probe
from bot.content.guideline import Guideline
from bot.content.known import SHARED, known
from bot.content.label import load_labels
from bot.content.library import load_case, load_guidelines
from bot.content.moment import load_moments
from bot.content.shelf import shipped_cases
from bot.debrief.judge import judge
from bot.debrief.talk import read_talk
from bot.exercise import Beliefs, Exchange, Exercise, Reply, State
from bot.parent.reach import probe_is_reachable

FORMS = ("extra_gesprek", "meldcode_stap_3", "tienminutengesprek")
NAMED = {item.id: item for item in load_guidelines()}
VISIBLE = [item for item in NAMED.values() if item.visible]
CONCRETE = "Op dinsdag 4 november om drie uur."


@lru_cache(maxsize=1)
def cases() -> tuple[Case, ...]:
    found = [load_case(name) for name in shipped_cases()]
    return tuple(case for case in found if case)


def pairs() -> Iterator[tuple[str, Guideline, tuple[str, ...]]]:
    """Give (where, guideline, parent acts) for every guideline a case probe or a move names."""
    for case in cases():
        for probe in case.probes:
            yield from ((f"{case.id}.{probe.id}", NAMED[name], probe.acts) for name in probe.guidelines)
    for type_, moves in known().moves.items():
        for name, move in moves.items():
            yield from ((f"{type_}.{name}", NAMED[g], tuple(move["acts"])) for g in move["guidelines"])


def turn(*labels: str) -> TurnAnalysis:
    groups = {label: load_labels()[label].group for label in labels}
    of = {g: tuple(x for x in labels if groups[x] == g) for g in ("vraagtypen", "zetten", "valkuilen")}
    return TurnAnalysis(CONCRETE, **of)


def talk(item: Guideline, acts: tuple[str, ...], *third: str, second: tuple[str, ...] = ()) -> str:
    """Play a talk in which the parent does `acts` before the third turn; give the guideline's status.

    After it come as many turns as the guideline gives to follow it.
    """
    said = [(), second, third, *[()] * max(2, item.within)]
    tense = Reply("Ja.", State(0.9, 0.3, 0.3), Beliefs(0.3, 0.3, 0.3, 0.3, 0.3, 0.3))
    exchanges = tuple(
        Exchange(turn(*labels), tense, "Zegt de ouder.", acts if place == 2 else ("neutraal",))
        for place, labels in enumerate(said)
    )
    form = (item.forms or FORMS)[0]
    kind = (item.types or ("boos",))[0]
    return judge(item, read_talk(Exercise(form, kind, exchanges))).status


def followed(item: Guideline, acts: tuple[str, ...]) -> str:
    occasion = item.occasion.turn[:1] if item.occasion else ()
    if item.order:
        return talk(item, acts, item.order.then[0], second=item.order.first[:1])
    return talk(item, acts, *occasion, *(item.met_all or item.met[:1]))


def ignored(item: Guideline, acts: tuple[str, ...]) -> str:
    occasion = item.occasion.turn[:1] if item.occasion else ()
    if item.order:
        return talk(item, acts, item.order.then[0])
    return talk(item, acts, *occasion, *item.broken[:1])


@pytest.mark.parametrize(
    ("where", "item", "acts"), [pytest.param(*p, id=f"{p[0]}-{p[1].id}") for p in pairs()]
)
def test_the_answer_to_a_probe_decides_its_guideline(
    where: str, item: Guideline, acts: tuple[str, ...]
) -> None:
    assert followed(item, acts) == "gezien"
    assert ignored(item, acts) in ("gemist", "niet_aan_de_orde")
    if item.broken or item.absence == "gemist":
        assert ignored(item, acts) == "gemist"
    if item.occasion and item.occasion.parent:
        assert followed(item, ("neutraal",)) == "niet_aan_de_orde"


def test_every_guideline_text_can_show_is_put_to_the_test() -> None:
    probed = {item.id for _, item, _ in pairs()}
    standing = {name for moment in load_moments().values() for name in moment.guidelines}
    assert [item.id for item in VISIBLE if needs_probe(item) and item.id not in probed] == []
    assert [item.id for item in VISIBLE if item.id not in probed | standing] == []


def test_what_holds_for_every_parent_is_probed_by_a_case_and_not_only_by_a_type() -> None:
    probed = {name for case in cases() for probe in case.probes for name in probe.guidelines}
    only_when_shouting = {"grens_stellen", "stoppen_als_het_niet_gaat"}
    missing = {item.id for item in VISIBLE if needs_probe(item) and not item.types} - probed
    assert missing == only_when_shouting


def test_a_probe_names_a_few_guidelines_and_every_one_can_come_up() -> None:
    for case in cases():
        for probe in case.probes:
            assert 1 <= len(probe.guidelines) <= 3, (case.id, probe.id)
            assert probe_is_reachable(case, probe), (case.id, probe.id)


def test_a_guideline_of_one_type_is_probed_where_that_type_plays() -> None:
    for type_, moves in known().moves.items():
        for name, move in moves.items():
            wrong = [
                g for g in move["guidelines"] if NAMED[g].types and type_ not in (*NAMED[g].types, SHARED)
            ]
            assert wrong == [], (type_, name)
