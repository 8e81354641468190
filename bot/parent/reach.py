"""What an author wrote but no conversation can reach: tried out with the rules that choose the moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from bot.analysis.turn import TurnAnalysis
from bot.content.case import Case, Probe
from bot.content.known import known
from bot.content.person import BANDS, Band
from bot.content.problems import Problem
from bot.content.wording import told
from bot.exercise import Exchange, Reply, Setup
from bot.parent.fitting import in_place
from bot.parent.library import Cast, parent_type, person, person_ids, world
from bot.parent.memory import Memory, Part
from bot.parent.mind import Mind
from bot.parent.scene import Scene

_TENSION: Mapping[Band, float] = {"hoog": 0.8, "midden": 0.5, "laag": 0.2}
_LADDERS = (0.3, 1.3, 2.2)
_SAID: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    ((), ("observatie", "zorg"), ()),
    (("open",), ("thuissituatie",), ()),
    (("open",), (), ()),
    ((), ("afspraak",), ()),
    ((), ("zorg",), ("verwijt",)),
)
"""Question types, moves and pitfalls of the turns that are tried."""


def probe_is_reachable(case: Case, probe: Probe) -> bool:
    """Tell whether some moment with a parent this case was made for lets the probe be made."""
    return any(
        scene.band in probe.tension and in_place(scene, probe, said)
        for type_ in case.types
        for scene, said in _moments(case, probe, type_)
    )


def case_reach(file: str, case: Case) -> Iterator[Problem]:
    """Give the probes of a case that never come up."""
    for probe in case.probes:
        if probe.topic in known().topics and not probe_is_reachable(case, probe):
            yield Problem(file, f"probes > {probe.id}", told("proef_past_nooit"))


def _moments(case: Case, probe: Probe, type_: str) -> Iterator[tuple[Scene, tuple[Part, ...]]]:
    players = _players(case, type_)
    topic = probe.topic or ""
    for signal, band, ladder, said in product(case.signals, BANDS, _LADDERS, _SAID):
        mind = Mind(_TENSION[band], 0.6, 0.6, ladder, 0.7, 0.2, 0.5)
        marks = {"mentioned": signal.id, "topic": topic}
        text = f"{signal.text} {signal.keywords[0]}"
        turn = TurnAnalysis(text, *said, topics=(topic,))
        scene = Scene(players, _past(mind, marks), turn, mind, mind)
        yield scene, ()
        yield scene, (Part("", kind="home", marks={"topic": topic}, deep=True),)


def _players(case: Case, type_: str) -> Cast:
    who = person_ids(type_)[0]
    setup = Setup(case.forms[0], type_, case.id, who)
    return Cast(setup, person(type_, who), case, parent_type(type_), world())


def _past(mind: Mind, marks: dict[str, str]) -> Memory:
    """Give three turns behind us in which the concern was named and everything was told."""
    opening = Reply("", mind.state, mind.beliefs)
    reply = Reply("", mind.state, mind.beliefs, told=("hidden",), marks=dict(marks))
    return Memory(opening, tuple(Exchange(TurnAnalysis(""), reply) for _ in range(3)))
