"""Everything an author wrote about home is told by somebody who is asked often and openly enough."""

from __future__ import annotations

import pytest

from bot.analysis.turn import TurnAnalysis
from bot.content.known import known
from bot.content.shelf import shipped_cases, shipped_persons
from bot.exercise import Exchange, Reply, Setup
from bot.parent.facts import explanation, tell_about
from bot.parent.library import Cast, case, cast
from bot.parent.memory import Memory
from bot.parent.mind import Mind
from bot.parent.scene import Scene
from bot.parent.voice import Voice

OPENNESS = [step / 20 for step in range(21)]
PERSONS = [(type_, name) for type_ in known().types for name in shipped_persons(type_)]


def asked(players: Cast, openness: float, told: tuple[str, ...]) -> tuple[Scene, Voice]:
    mind = Mind(0.2, 0.7, openness, 1.5, 0.8, 0.2, 0.5)
    reply = Reply("", mind.state, mind.beliefs, told=told)
    memory = Memory(reply, (Exchange(TurnAnalysis(""), reply),))
    scene = Scene(players, memory, TurnAnalysis("Vertelt u eens?", vraagtypen=("open",)), mind, mind)
    return scene, Voice(players, memory, 2, scene.band)


def told_about(players: Cast, topic: str) -> set[str]:
    """Ask about a topic again and again, of a parent who opens up slowly."""
    told: tuple[str, ...] = ()
    for openness in OPENNESS:
        while part := tell_about(*asked(players, openness, told), (topic,)):
            told += part.told
    return set(told)


def explained(players: Cast) -> set[str]:
    told: tuple[str, ...] = ()
    for openness in OPENNESS:
        while part := explanation(*asked(players, openness, told)):
            told += part.told
    return set(told)


@pytest.mark.parametrize("name", shipped_cases())
def test_every_fact_of_a_case_comes_out(name: str) -> None:
    found = case(name)
    players = cast(Setup(found.forms[0], "betrokken", name, "yasmin_aydin"))
    for topic, facts in found.home.items():
        assert told_about(players, topic) == {f"{topic}.{fact.id}" for fact in facts}
    assert explained(players) == {f"explanation.{place}" for place in range(len(found.explanations))}


@pytest.mark.parametrize(("type_", "name"), PERSONS)
def test_every_fact_of_a_person_comes_out(type_: str, name: str) -> None:
    players = cast(Setup("extra_gesprek", type_, "sem_maandagmoe", name))
    for topic, facts in players.person.home.items():
        assert told_about(players, topic) == {f"{topic}.{fact.id}" for fact in facts}
