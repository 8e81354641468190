"""Checks on what only this room knows: types, moves, effects, what no conversation can reach."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.files import KNOWLEDGE, shown
from bot.content.known import known
from bot.content.problems import ContentError, Problem
from bot.content.shelf import shipped_cases
from bot.content.wording import told
from bot.parent.library import TYPES, World, case, parent_type, person, person_ids, world
from bot.parent.model import Expresses
from bot.parent.proposals import PROPOSALS
from bot.parent.questions import ASKED
from bot.parent.reach import case_reach

_ANSWERED = [
    "keuze_bij_ouder",
    "ontwijkt",
    "al_verteld",
    "weet_niet",
    "niets_bijzonders",
    "dichtgeklapt",
    "luistert",
    "gesteld_eigen_punt",
    "begrip_ja",
    "begrip_nee",
    "samenvatting_klopt",
    "samenvatting_anders",
    "meedenken_nee",
    "meedenken_ja",
    "oplossing_aarzelt",
]
"""Answers the room asks for by name, besides the questions and the proposals."""


def content_problems() -> list[Problem]:
    """Give all faults in parent data, as lines an author understands."""
    try:
        loaded = world()
    except ContentError as error:
        return error.problems
    return [
        *_types(),
        *_moves(loaded),
        *_effects(loaded),
        *_hearing(loaded),
        *_unreachable(loaded),
        *_parent_acts(loaded),
        *_probes(),
    ]


def _types() -> Iterator[Problem]:
    for type_id in TYPES:
        file = f"parents/{type_id}.yml"
        try:
            kind = parent_type(type_id)
        except ContentError as error:
            yield from error.problems
            continue
        for label in sorted((set(kind.factors) | set(kind.extra)) - known().labels):
            yield Problem(file, f"factors > {label}", told("geen_label"))
        for level in sorted({"makkelijk", "gemiddeld", "moeilijk"} - set(kind.start)):
            yield Problem(file, f"start > {level}", told("begintoestand_ontbreekt"))
        if not person_ids(type_id):
            yield Problem(file, "", told("geen_persoon", type=type_id))
        yield from _persons(type_id)


def _persons(type_id: str) -> Iterator[Problem]:
    for name in person_ids(type_id):
        try:
            found = person(type_id, name)
        except ContentError as error:
            yield from error.problems
            continue
        if (found.id, found.type) != (name, type_id):
            yield Problem(f"replies/{type_id}/{name}.yml", "id", told("bestand_en_map"))


def _moves(loaded: World) -> Iterator[Problem]:
    for kind, moves in loaded.moves.items():
        for name, move in moves.items():
            if not move.tension:
                yield Problem("parents/moves.yml", f"{kind} > {name}", told("zet_zonder_spanning"))
        if kind == "shared":
            for name in sorted(set(moves) - set(loaded.reserve.moves)):
                yield Problem("replies/algemeen.yml", f"moves > {name}", told("zet_zonder_zinnen"))
    for type_id in sorted(set(TYPES) - set(loaded.moves)):
        yield Problem("parents/moves.yml", type_id, told("type_zonder_zetten"))


def _hearing(loaded: World) -> Iterator[Problem]:
    hearing, file = loaded.hearing, "parents/hearing.yml"
    named = {*hearing.bears, *hearing.adds, *hearing.doubtful, *hearing.pitfalls}
    for label in sorted({*named, *hearing.nearly_asks, *hearing.nearly_hurts} - known().labels):
        yield Problem(file, label, told("geen_label"))
    for topic in sorted({*hearing.topics, *hearing.not_topics} - loaded.topics):
        yield Problem(file, topic, told("geen_onderwerp"))


def _effects(loaded: World) -> Iterator[Problem]:
    ours, file = known().labels, "parents/effects.yml"
    for label in sorted(ours - set(loaded.effects.labels)):
        yield Problem(file, f"labels > {label}", told("effect_ontbreekt"))
    for label in sorted(set(loaded.effects.labels) - ours):
        yield Problem(file, f"labels > {label}", told("geen_label"))


def _unreachable(loaded: World) -> Iterator[Problem]:
    """Find acts authors must write lines for that the parent never chooses."""
    ordered = {label for group in loaded.effects.reaction_order for label in group}
    decided = {f"{label}_{way}" for label in PROPOSALS for way in ("ja", "nee")}
    answered = decided | set(_ANSWERED) | set(ASKED) | set(loaded.effects.groups.answered)
    reachable = {"reactions": ordered, "answers": answered}
    for group, acts in reachable.items():
        for act in sorted(set(loaded.acts[group]) - acts):
            yield Problem("replies/acts.yml", f"{group} > {act}", told("nooit_gekozen"))


def _parent_acts(loaded: World) -> Iterator[Problem]:
    ours = known().parent_acts | {"heftig"}
    used = [
        (f"acts.yml > {name}", _flat(act.expresses)) for g in loaded.acts.values() for name, act in g.items()
    ]
    used += [(f"moves.yml > {name}", move.acts) for g in loaded.moves.values() for name, move in g.items()]
    used += [(f"effects.yml > {name}", acts) for name, acts in loaded.effects.expresses.items()]
    for place, acts in used:
        for act in sorted(set(acts) - ours):
            yield Problem("replies/parent_acts.yml", place, told("onbekende_uiting", uiting=act))


def _flat(expresses: Expresses) -> tuple[str, ...]:
    return tuple(a for acts in expresses.values() for a in acts) if isinstance(expresses, dict) else expresses


def _probes() -> Iterator[Problem]:
    """Find probes of shipped cases that never come up."""
    for case_id in shipped_cases():
        try:
            found = case(case_id)
        except ContentError as error:
            yield from error.problems
            continue
        yield from case_reach(shown(KNOWLEDGE / "cases" / f"{case_id}.yml"), found)
