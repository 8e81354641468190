"""Does an own move of the parent come at a moment that fits?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.exercise import Setup
from bot.parent import TYPES, case_ids, cast, person_ids
from bot.parent.library import case

from .plays import ANGRY, CALM, TENSE, kinds, play, said_to, standing, turn
from .test_conversations import GOOD, script

LOOKS_FORWARD = {"idee", "vraagt_advies"}


def setups() -> Iterator[Setup]:
    for kind in TYPES:
        for seed, case_id in enumerate(case_ids()):
            yield Setup("extra_gesprek", kind, case_id, person_ids(kind)[seed % 2], "gemiddeld", seed)


def own_acts(setup: Setup, probe: str) -> set[str]:
    players = cast(setup)
    moves = {**players.world.moves.get("shared", {}), **players.world.moves[setup.type]}
    if probe in moves:
        return set(moves[probe].acts)
    return next((set(p.acts) for p in players.case.probes if probe.endswith(f".{p.id}")), set())


def test_no_case_probe_before_the_concern_was_named() -> None:
    for setup in setups():
        lines = ("welkom", "emotie_erkennen", "doel", "waardering", "ruimte_geven")
        for item in play(setup, [turn(line, f"Zin {n}.") for n, line in enumerate(lines)]):
            assert not (item.reply.probe or "").startswith(setup.case), setup


def test_who_just_denied_or_refused_looks_for_no_way_forward() -> None:
    for setup in setups():
        for item in play(setup, script(GOOD, case(setup.case))):
            refused = any(word in kinds(item.reply) for word in (".denies", "_nee.", "ontwijkt"))
            acts = own_acts(setup, item.reply.probe or "")
            if refused and setup.type != "afhankelijk":
                assert not acts & LOOKS_FORWARD, (setup, item.reply.text)


@pytest.mark.parametrize("seed", range(12))
def test_nobody_shouts_at_a_kind_or_an_open_question(seed: int) -> None:
    setup = Setup(ANGRY.form, ANGRY.type, ANGRY.case, ANGRY.person, "moeilijk", seed)
    reply = said_to(turn("open verwachting", "Wat had u gewild?"), standing(setup, **TENSE), setup)
    assert reply.probe not in {"verheft_stem", "dreigt_klacht", "wil_weg"}


@pytest.mark.parametrize("seed", range(12))
def test_after_an_agreement_the_parent_winds_down(seed: int) -> None:
    setup = Setup(ANGRY.form, ANGRY.type, ANGRY.case, ANGRY.person, "gemiddeld", seed)
    reply = said_to(turn("afspraak vastleggen", "Ik bel u vrijdag en zet het op de mail."),
                    standing(setup, **CALM), setup)  # fmt: skip
    assert "agreement" in reply.marks and reply.probe is None
