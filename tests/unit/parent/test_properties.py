"""What must hold for every type: calming, pushing, walking out, agreeing, variety."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.analysis.turn import TurnAnalysis
from bot.exercise import Reply
from bot.parent import TYPES, case_ids, open_conversation, person_ids
from bot.parent.library import case

from .plays import Said, play, turn
from .test_conversations import BAD, GOOD, LEVELS, PEOPLE, script, setup

SAME = 0.10
"""Share (0 to 1) of replies that may be the same over twenty seeds with the same turns."""


def _last(history: list[Said]) -> Reply:
    return history[-1].reply


@pytest.mark.parametrize("name", person_ids("boos"))
@pytest.mark.parametrize("case_id", case_ids())
def test_one_sorry_does_not_calm_an_angry_parent_and_six_good_turns_do(name: str, case_id: str) -> None:
    good = ["emotie_erkennen open", "excuses doorvragen", "verwachting open waardering",
            "samenvattend samenvatting", "emotie_erkennen doorvragen", "beleving hoe"]  # fmt: skip
    for level in LEVELS:
        for seed in (1, 2):
            chosen = setup("boos", name, case_id, level, seed)
            start = open_conversation(chosen).state.spanning
            sorry = _last(play(chosen, [turn("excuses", "Sorry daarvoor.")])).state.spanning
            calm = _last(play(chosen, [turn(line, f"Zin {n}.") for n, line in enumerate(good)]))
            assert sorry >= max(0.5, start - 0.17)
            assert calm.state.spanning < (0.5 if level == "moeilijk" else 0.42)


@pytest.mark.parametrize(("kind", "name"), PEOPLE)
def test_pushing_while_tense_never_raises_insight(kind: str, name: str) -> None:
    for case_id in case_ids():
        about = case(case_id)
        chosen = setup(kind, name, case_id, "moeilijk")
        hot = [turn(line, f"Beurt {n}.") for n, line in enumerate(("verwijt", "oordeel", "dreigen"))]
        push = [turn(labels, about.signals[n % len(about.signals)].text)
                for n, labels in enumerate(("observatie", "zorg", "oplossing", "afspraak", "observatie zorg"))]  # fmt: skip
        before = open_conversation(chosen)
        for place, item in enumerate(play(chosen, [*hot, *push])):
            if place >= len(hot) and before.state.spanning >= 0.6:
                assert item.reply.state.ladder <= before.state.ladder
            before = item.reply


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_can_agree_and_can_walk_out(kind: str) -> None:
    for name in person_ids(kind):
        for seed in range(3):
            for case_id in case_ids()[seed::3]:
                chosen, about = setup(kind, name, case_id, seed=seed), case(case_id)
                agreed = play(chosen, [*script(GOOD, about), turn("afronding", "Tot dan.")])
                assert _last(agreed).ending == "afspraak"
                assert _last(play(chosen, script(BAD, about))).ending == "weggelopen"


def test_vague_words_or_jargon_alone_never_drive_anyone_out() -> None:
    mild = [
        turn(label, f"Zin {n}.") for n, label in enumerate(("vrijblijvend", "jargon", "vrijblijvend") * 6)
    ]
    for kind, name in PEOPLE:
        for level in LEVELS:
            assert _last(play(setup(kind, name, "sem_maandagmoe", level), mild)).ending is None


def test_a_yes_to_an_approach_counts_as_agreed_without_the_word() -> None:
    chosen, about = setup("betrokken", person_ids("betrokken")[0], "sem_maandagmoe"), case("sem_maandagmoe")
    yes = [turn("oplossing gesloten", "Is het wat om zondag vroeg te eten?"), turn("afronding", "Fijn, dag.")]
    history = play(chosen, [*script(GOOD[:12], about), *yes])
    assert history[-2].reply.marks["proposal"] == "ja" and _last(history).ending == "afspraak"


@pytest.mark.parametrize(("kind", "name"), PEOPLE)
def test_twenty_seeds_give_few_replies_that_are_the_same(kind: str, name: str) -> None:
    about = case("sem_maandagmoe")
    turns: list[TurnAnalysis] = script(GOOD, about)
    talks = [play(setup(kind, name, about.id, seed=seed), turns) for seed in range(20)]
    counted = Counter((place, item.reply.text) for talk in talks for place, item in enumerate(talk))
    pairs = sum(n * (n - 1) for n in counted.values())
    total = sum(len(talks) * (len(talks) - 1) for _ in turns)
    assert pairs / total <= SAME


def test_a_bare_goodbye_closes_and_a_bare_tell_me_gets_a_story() -> None:
    chosen = setup("betrokken", person_ids("betrokken")[0], "sem_maandagmoe")
    opening = [turn("open", f"Vraag {n}?", topics=("slaap",)) for n in range(3)]
    assert _last(play(chosen, [*opening, turn("", "Dag.")])).ending == "zonder_afspraak"
    assert _last(play(chosen, [turn("open", "Hoe slaapt hij?", topics=("slaap",)), turn("", "Vertel.")])).told
