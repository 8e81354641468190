"""Status per guideline: occasions, windows, fairness."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import exchange, exercise, reply, turn

from bot.analysis.turn import Span, TurnAnalysis
from bot.content.guideline import Guideline, Order
from bot.debrief import build
from bot.debrief.judge import Verdict, judge
from bot.debrief.talk import read_talk
from bot.exercise import Exchange, Exercise, Setup

SOURCE = {"doc": "B0", "section": "x"}


def rule(**fields: object) -> Guideline:
    base = {
        "id": "g",
        "competence": "relatie",
        "title": "T.",
        "why": "W.",
        "sources": [SOURCE],
        "inventory": ["i"],
    }
    return Guideline(**{**base, **fields})  # type: ignore[arg-type]


def status(guideline: Guideline, *lines: str, **more: object) -> str:
    return judge(guideline, read_talk(exercise(*lines, **more))).status  # type: ignore[arg-type]


def verdict(guideline: Guideline, talk: Exercise) -> Verdict:
    return judge(guideline, read_talk(talk))


ACKNOWLEDGE = rule(occasion={"parent": ["boos"]}, met=["emotie_erkennen"], within=2, absence="gemist")


def test_no_occasion_is_never_held_against_anyone() -> None:
    assert status(ACKNOWLEDGE, "neutraal > open", "kort > open", "kort > ") == "niet_aan_de_orde"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("boos > emotie_erkennen", "kort > open"), "gezien"),
        (("boos > open", "kort > emotie_erkennen"), "gezien"),
        (("boos > open", "kort > open", "kort > emotie_erkennen"), "gemist"),
    ],
)
def test_within_two_is_the_turn_itself_or_the_next(lines: tuple[str, ...], expected: str) -> None:
    assert status(ACKNOWLEDGE, *lines) == expected


def test_within_one_is_only_the_turn_itself() -> None:
    strict = rule(occasion={"parent": ["boos"]}, met=["emotie_erkennen"], absence="gemist")
    assert status(strict, "boos > open", "kort > emotie_erkennen") == "gemist"


def test_half_met_is_seen_less_is_missed() -> None:
    strict = rule(occasion={"parent": ["boos"]}, met=["emotie_erkennen"], absence="gemist")
    assert status(strict, "boos > emotie_erkennen", "boos > open") == "gezien"
    assert status(strict, "boos > emotie_erkennen", "boos > open", "boos > open") == "gemist"


def test_parent_and_turn_must_hold_in_the_same_turn() -> None:
    both = rule(
        occasion={"parent": ["boos"], "turn": ["observatie"]}, met=["emotie_erkennen"], absence="gemist"
    )
    assert status(both, "boos > open", "kort > observatie") == "niet_aan_de_orde"
    assert status(both, "boos > observatie", "kort > open") == "gemist"


def test_tension_limits_the_occasion_only_when_it_is_known() -> None:
    tense = rule(occasion={"parent": ["boos"], "tension": 0.6}, met=["ruimte_geven"], absence="gemist")
    second = exchange("boos", "open")

    def after(tension: float | None) -> str:
        first = Exchange(turn("open"), reply(tension) if tension is not None else None)
        return verdict(tense, Exercise("extra_gesprek", "boos", (first, second))).status

    assert after(0.3) == "niet_aan_de_orde"
    assert after(0.7) == "gemist"
    assert after(None) == "gemist"


def test_an_occasion_in_the_last_turn_is_left_open_unless_the_trainee_closed_the_talk() -> None:
    assert status(ACKNOWLEDGE, "neutraal > open", "boos > open") == "niet_aan_de_orde"
    assert status(ACKNOWLEDGE, "neutraal > open", "boos > afronding") == "gemist"


def test_broken_wins_over_met_in_the_same_turn() -> None:
    both = rule(occasion={"parent": ["kort"]}, met=["open"], broken=["invullen"])
    assert status(both, "kort > open invullen") == "gemist"


def test_all_labels_of_met_all_are_needed() -> None:
    pair = rule(met_all=["positief", "zorg"])
    assert status(pair, "kort > positief", "kort > open", "kort > zorg") == "gezien"
    assert status(pair, "kort > positief", "kort > open", "kort > open") == "niet_aan_de_orde"


def test_a_pitfall_is_avoided_only_by_who_said_enough() -> None:
    pitfall = rule(broken=["verwijt"])
    assert status(pitfall, "kort > open", "kort > open") == "niet_aan_de_orde"
    assert status(pitfall, "kort > open", "kort > open", "kort > open") == "gezien"
    assert status(pitfall, "kort > open", "kort > verwijt", "kort > open") == "gemist"


def test_unsure_labels_count_for_neither_side() -> None:
    doubtful = Exercise(
        "extra_gesprek",
        "boos",
        (exchange("boos", "open", unsure=("emotie_erkennen",)), exchange("kort", "open")),
    )
    assert verdict(ACKNOWLEDGE, doubtful).status == "niet_aan_de_orde"
    labelled = turn("verwijt", unsure=("verwijt",))
    talk = Exercise("extra_gesprek", "boos", tuple(Exchange(labelled) for _ in range(3)))
    assert verdict(rule(broken=["verwijt"]), talk).status == "gezien"


def test_a_disputed_label_is_shown_but_not_counted() -> None:
    blamed = exercise("boos > verwijt", "kort > open", "kort > open")
    disputed = replace(blamed, disagreements=({"beurt": 1, "label": "verwijt", "reden": "niet zo bedoeld"},))
    before, after = build(blamed), build(disputed)
    assert (after.competenties["valkuilen"].score or 0) > (before.competenties["valkuilen"].score or 0)
    assert not [r for r in after.beurten[0].feedback if r.label == "verwijt"]
    assert after.beurten[0].fragmenten[0].soort == "betwist"
    assert after.beurten[0].opmerkingen and not before.beurten[0].opmerkingen


CLOSING = rule(met=["vervolg"], absence="gemist", phase="afronding")


def test_closing_advice_is_not_missed_when_the_parent_walks_out_or_the_trainee_rightly_stops() -> None:
    lines = ("boos > open", "boos > open", "boos > open")
    assert status(CLOSING, *lines) == "gemist"
    assert status(CLOSING, *lines, ending="weggelopen") == "niet_aan_de_orde"
    assert status(CLOSING, *lines, "grens_over > begrenzen stoppen") == "niet_aan_de_orde"
    assert status(CLOSING, "kort > open", "neutraal > open", "neutraal > open", "kort > stoppen") == "gemist"


def test_a_new_appointment_after_stopping_is_still_asked_for() -> None:
    after = rule(
        occasion={"turn": ["stoppen"]}, met=["vervolg"], within=2, absence="gemist", phase="afronding"
    )
    assert status(after, "boos > open", "boos > open", "grens_over > stoppen") == "gemist"
    assert status(after, "boos > open", "boos > open", "grens_over > stoppen vervolg") == "gezien"


def test_an_exercise_broken_off_by_the_trainee_is_not_blamed_for_its_end() -> None:
    setup = Setup("extra_gesprek", "boos", "sem_maandagmoe", "karin_de_wit")
    lines = ("boos > open", "boos > open", "boos > open")
    assert status(CLOSING, *lines, setup=setup) == "niet_aan_de_orde"
    assert status(CLOSING, *lines, setup=setup, ending="zonder_afspraak") == "gemist"


REACTION_FIRST = rule(order=Order(first=("herkenning",), then=("mishandeling_noemen",)))


def test_order_asks_first_before_then() -> None:
    plain = rule(order=Order(first=("doel",), then=("observatie",)))
    assert status(plain, "kort > doel", "kort > observatie") == "gezien"
    assert status(plain, "kort > observatie doel", "kort > open") == "gezien"
    assert status(plain, "kort > observatie", "kort > doel") == "gemist"
    assert status(plain, "kort > doel", "kort > open") == "niet_aan_de_orde"


@pytest.mark.parametrize(
    "pair", [("herkenning", "mishandeling_noemen"), ("mishandeling_noemen", "herkenning")]
)
def test_naming_abuse_in_the_turn_that_asks_is_broken_for_the_parent_had_no_say(
    pair: tuple[str, str],
) -> None:
    talk = Exercise("meldcode_stap_3", "boos", (Exchange(turn(*pair)),))
    assert verdict(REACTION_FIRST, talk).status == "gemist"


def test_without_fragments_the_same_turn_is_given_the_benefit_of_the_doubt() -> None:
    blind = TurnAnalysis(text="x", zetten=("herkenning",), valkuilen=("mishandeling_noemen",))
    talk = Exercise("meldcode_stap_3", "boos", (Exchange(blind),))
    assert verdict(REACTION_FIRST, talk).status == "gezien"


def test_the_evidence_is_the_fragment_that_carries_the_label() -> None:
    text = "Fijn dat u er bent. Ik zie dat u boos bent."
    said = TurnAnalysis(
        text=text,
        zetten=("welkom", "emotie_erkennen"),
        spans=(Span("welkom", 0, 19), Span("emotie_erkennen", 20, 43)),
    )
    talk = Exercise("extra_gesprek", "boos", (Exchange(said, before_acts=("boos",)),))
    result = next(g for g in build(talk).richtlijnen if g.id == "boosheid_erkennen")
    assert (result.status, result.beurten, result.fragment) == ("gezien", (1,), "Ik zie dat u boos bent.")
