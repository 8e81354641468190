"""The parent comes back on what was said: kind words, facts, its own words; at most once each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.exercise import Exchange
from bot.parent import react

from .plays import ANGRY, CALM, Said, play, standing, turn

SIGNAL = "Sem lag met zijn hoofd op tafel."


def _probes(history: list[Said]) -> list[str]:
    return [item.reply.probe for item in history if item.reply.probe]


@pytest.mark.parametrize(
    ("label", "words", "act"),
    [
        ("waardering", "Wat fijn dat u zo meedenkt.", "herinnert_aardig"),
        ("observatie", "Hij stond zes keer alleen.", "herinnert_feit"),
        ("verwijt", "U let gewoon niet op.", "herinnert_verwijt"),
    ],
)
def test_what_was_said_comes_back_once(label: str, words: str, act: str) -> None:
    found = 0
    for seed in range(20):
        setup = replace(ANGRY, seed=seed)
        calm = standing(setup, **CALM)
        past = [
            Exchange(turn(label, words), calm),
            *[Exchange(turn("", f"Goed {n}."), calm) for n in range(3)],
        ]
        probes = []
        for number in range(3):
            reply = react(setup, past, turn("vastleggen" if number else "", f"Zin {number}."))
            probes.append(reply.probe)
            past.append(
                Exchange(turn("", f"Zin {number}."), replace(calm, probe=reply.probe, used=reply.used))
            )
        assert probes.count(act) <= 1
        found += act in probes
    assert found


def test_a_parent_takes_back_its_own_denial() -> None:
    denied = replace(
        standing(**CALM), marks={"signal": "hoofd_op_tafel", "mentioned": "hoofd_op_tafel", "way": "denies"}
    )
    replies = [
        react(
            replace(ANGRY, seed=seed), [Exchange(turn("", "Goed."), denied)] * 2, turn("observatie", SIGNAL)
        )
        for seed in range(20)
    ]
    assert any(reply.probe == "herinnert_zichzelf" for reply in replies)


def test_who_denied_nothing_takes_nothing_back() -> None:
    for seed in range(20):
        reply = react(
            replace(ANGRY, seed=seed),
            [Exchange(turn("", "Goed."), standing(**CALM))] * 2,
            turn("observatie", SIGNAL),
        )
        assert reply.probe != "herinnert_zichzelf"


def test_each_memory_comes_at_most_once_in_a_conversation() -> None:
    lines = [
        turn("waardering", "U denkt goed mee."),
        turn("belofte", "Ik regel alles."),
        turn("", "Goed."),
    ] * 6
    turns = [replace(item, text=f"{item.text} {place}") for place, item in enumerate(lines)]
    for seed in range(10):
        memories = [
            name for name in _probes(play(replace(ANGRY, seed=seed), turns)) if name.startswith("herinnert")
        ]
        assert len(memories) == len(set(memories))
