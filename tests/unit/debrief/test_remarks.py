"""Remarks: never without words and a source, at most two a turn, with a sentence that fits."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest
from making import TRIOS, exchange, exercise, reply, script

from bot.analysis.turn import Span, TurnAnalysis
from bot.content.label import load_labels
from bot.content.library import load_case, load_rewrites, load_scoring
from bot.debrief import build, live_remark
from bot.debrief.model import Debrief, Remark
from bot.debrief.rewrite import better
from bot.debrief.talk import read_talk
from bot.exercise import Cause, Exchange, Exercise

TEACHERS = ("good", "mediocre", "polite", "rude")


def all_remarks(debrief: Debrief) -> list[Remark]:
    per_turn = chain.from_iterable(turn.feedback for turn in debrief.beurten)
    return [*per_turn, *debrief.sterk, *debrief.verbeter]


@pytest.mark.parametrize("case", [None, "sem_maandagmoe", "mila_stil"])
@pytest.mark.parametrize("teacher", TEACHERS)
@pytest.mark.parametrize("kind", sorted(TRIOS))
def test_every_remark_rests_on_the_trainees_words_and_a_source(
    kind: str, teacher: str, case: str | None
) -> None:
    talk = replace(script(kind, teacher), case=case)
    debrief = build(talk)
    for remark in all_remarks(debrief):
        said = talk.exchanges[remark.beurt - 1].turn.text
        assert remark.citaat and remark.citaat.removesuffix(" …") in said
        assert remark.bron[:1] == "B" and remark.tekst and remark.waarom
        assert "{" not in remark.beter + remark.tekst
        if remark.soort == "verbeter":
            assert remark.beter, remark


@pytest.mark.parametrize("teacher", TEACHERS)
def test_at_most_two_a_turn_and_three_highlights_of_each(teacher: str) -> None:
    debrief = build(script("boos", teacher))
    assert all(len(turn.feedback) <= 2 for turn in debrief.beurten)
    assert len(debrief.sterk) <= 3 and len(debrief.verbeter) <= 3
    assert len({r.richtlijn for r in debrief.verbeter}) == len(debrief.verbeter)


def test_a_turn_with_good_and_bad_gets_one_of_each() -> None:
    turns = ("boos > observatie opdringen jargon", "kort > open", "kort > open")
    feedback = build(exercise(*turns)).beurten[0].feedback
    assert sorted(r.soort for r in feedback) == ["sterk", "verbeter"]


def test_who_acknowledges_and_blames_in_one_turn_is_not_praised_for_warmth() -> None:
    feedback = (
        build(exercise("boos > emotie_erkennen verwijt", "kort > open", "kort > open")).beurten[0].feedback
    )
    assert {r.label for r in feedback} == {"verwijt"}


def test_a_grave_pitfall_comes_before_a_light_one() -> None:
    feedback = build(exercise("kort > jargon dreigen", "kort > open", "kort > open")).beurten[0].feedback
    assert feedback[0].label == "dreigen"


def test_the_better_sentence_uses_the_fact_the_trainee_spoke_about() -> None:
    case = load_case("sem_maandagmoe")
    assert case
    blamed = replace(exercise("kort > verwijt", "kort > open", "kort > open"), case=case.id)
    spoken = replace(
        blamed.exchanges[0].turn, text="Hij heeft ruzie op het plein en dat is uw schuld.", spans=()
    )
    talk = replace(blamed, exchanges=(replace(blamed.exchanges[0], turn=spoken), *blamed.exchanges[1:]))
    better = build(talk).beurten[0].feedback[0].beter
    signal = next(s for s in case.signals if s.id == "ruzie_plein")
    assert signal.text in better or signal.short in better


def _steered(text: str) -> Exchange:
    return replace(
        exchange("kort", "suggestief"),
        turn=TurnAnalysis(
            text, ("suggestief",), spans=(Span("suggestief", 0, len(text)),), topics=("slaap",)
        ),
    )


def test_a_question_on_a_guessed_topic_is_not_rewritten_to_that_topic() -> None:
    talk = Exercise("extra_gesprek", "boos", tuple(_steered("Dat gaat toch wel goed?") for _ in range(3)))
    offered = {r.beter for turn in build(talk).beurten for r in turn.feedback if r.label == "suggestief"}
    assert offered
    assert not any(line in better for line in load_rewrites().topics["slaap"] for better in offered)


def test_a_steering_question_becomes_an_open_one_on_the_same_topic() -> None:
    talk = Exercise(
        "extra_gesprek", "boos", tuple(_steered("Hij ligt toch wel op tijd in bed?") for _ in range(3))
    )
    offered = {r.beter for turn in build(talk).beurten for r in turn.feedback if r.label == "suggestief"}
    assert offered
    plain = [line for line in load_rewrites().topics["slaap"] if "{" not in line]
    assert all(any(question in better for question in plain) for better in offered)


def test_the_effect_comes_from_what_moved_the_parent() -> None:
    moved = reply(
        0.8, causes=(Cause("verwijt", "", {"spanning": 0.2, "gehoord": -0.1}),), thought="Nou ja zeg."
    )
    first = replace(exchange("kort", "verwijt"), reply=moved)
    talk = Exercise("extra_gesprek", "boos", (first, exchange("kort", "open"), exchange("kort", "open")))
    remark = next(r for r in build(talk).beurten[0].feedback if r.label == "verwijt")
    assert "spanning" in remark.effect and "Nou ja zeg." in remark.effect


def test_connecting_rhetoric_is_no_fault() -> None:
    debrief = build(exercise("kort > retorisch gezamenlijk_belang", "kort > open", "kort > open"))
    assert "retorisch" not in {r.label for r in all_remarks(debrief) if r.soort == "verbeter"}


def test_live_remark_is_about_the_turn_just_said() -> None:
    talk = exercise("neutraal > welkom", "kort > verwijt")
    remark = live_remark(talk.exchanges[1], talk)
    assert remark and (remark.label, remark.beurt, remark.soort) == ("verwijt", 2, "verbeter")
    assert "schuld" in remark.tekst and remark.richtlijn in remark.tekst
    fresh = live_remark(talk.exchanges[1], replace(talk, exchanges=talk.exchanges[:1]))
    assert fresh == remark


def test_live_waits_when_the_advice_may_still_follow_next_turn() -> None:
    talk = exercise("boos > open")
    remark = live_remark(talk.exchanges[0], talk)
    assert remark is None or remark.soort == "sterk"


def test_every_discouraged_label_has_a_better_sentence_without_a_case() -> None:
    weak = set(load_scoring().pitfalls) | set(load_scoring().questions.costs) | {"gesloten"}
    assert weak == {x for x, info in load_labels().items() if info.advice == "afgeraden"} | {"gesloten"}
    for label in sorted(weak):
        talk = exercise(f"neutraal > {label}", "kort > open", "kort > open")
        view = read_talk(talk).turns[0]
        assert better(label, read_talk(talk), view), label


def test_another_better_sentence_when_the_same_fault_comes_back() -> None:
    debrief = build(exercise(*["kort > vrijblijvend"] * 3))
    offered = [r.beter for turn in debrief.beurten for r in turn.feedback if r.label == "vrijblijvend"]
    assert len(offered) == 3 and len(set(offered)) == len(offered)
