"""Checklist, question mix, next exercise, contract."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from making import exercise, reply, script

from bot.analysis.turn import TurnAnalysis
from bot.content.library import load_competence_ids
from bot.debrief import build
from bot.debrief.checklist import checklist
from bot.debrief.questions import question_mix
from bot.debrief.talk import read_talk
from bot.exercise import Exchange, Exercise, Setup


def steps(*lines: str, form: str = "meldcode_stap_3", **more: object) -> dict[str, str]:
    talk = read_talk(exercise(*lines, form=form, **more))  # type: ignore[arg-type]
    return {item.step.id: item.status for item in checklist(talk)}


def test_steps_are_seen_in_order() -> None:
    found = steps("kort > doel", "kort > observatie", "kort > herkenning", "kort > zorg", "kort > vervolg")
    assert found == {
        "doel": "gezien",
        "kader": "niet_gezien",
        "feiten": "gezien",
        "reactie": "gezien",
        "uitleg": "niet_nodig",
        "zorg": "gezien",
        "vervolg": "gezien",
        "vastleggen": "niet_gezien",
    }


def test_each_line_of_a_step_is_ticked_by_itself() -> None:
    found = steps("kort > welkom", "kort > zorg", "kort > herkenning", form="extra_gesprek")
    assert (found["zorg"], found["goed"], found["reactie"], found["samenvatten"]) == (
        "gezien",
        "niet_gezien",
        "gezien",
        "niet_gezien",
    )
    assert steps("kort > positief", form="extra_gesprek")["zorg"] == "niet_gezien"


def test_a_summary_before_any_agreement_is_not_the_one_at_the_end() -> None:
    early = steps("kort > samenvatting", "kort > vastleggen", form="extra_gesprek")
    late = steps("kort > vastleggen", "kort > samenvatting", form="extra_gesprek")
    assert (early["samenvatten"], early["eind_samenvatten"]) == ("gezien", "niet_gezien")
    assert late["eind_samenvatten"] == "gezien"


def test_sympathy_is_asked_for_only_when_the_parent_showed_a_feeling() -> None:
    form = "tienminutengesprek"
    assert steps("kort > observatie", form=form)["meeleven"] == "niet_aan_de_orde"
    assert steps("verdriet > observatie", form=form)["meeleven"] == "niet_gezien"
    assert steps("verdriet > emotie_erkennen", form=form)["meeleven"] == "gezien"


def test_a_question_for_the_points_of_the_parent_is_another_line_than_the_own_points() -> None:
    told, asked = (steps(f"kort > {x}", form="tienminutengesprek") for x in ("agenda", "agenda gesloten"))
    assert (told["punten"], told["punt_van_ouder"]) == ("gezien", "niet_gezien")
    assert asked["punt_van_ouder"] == "gezien"


def test_words_and_concreteness_refine_a_line() -> None:
    def step_of(step_id: str, form: str, text: str, *labels: str) -> str:
        said = Exchange(turn=TurnAnalysis(text, zetten=labels), before="Ja.", before_acts=("kort",))
        talk = read_talk(Exercise(form, "boos", (said,)))  # type: ignore[arg-type]
        return next(item.status for item in checklist(talk) if item.step.id == step_id)

    tien, extra = "tienminutengesprek", "extra_gesprek"
    assert step_of("altijd_komen", tien, "Fijn dat we elkaar spraken.", "afronding") == "niet_gezien"
    assert step_of("afronden", tien, "Fijn dat we elkaar spraken.", "afronding") == "gezien"
    assert step_of("altijd_komen", tien, "U kunt altijd bellen.", "afronding") == "gezien"
    assert step_of("concreet", extra, "Ik bel u.", "afspraak") == "niet_gezien"
    assert step_of("concreet", extra, "Ik bel u vrijdag.", "afspraak") == "gezien"


def test_a_step_before_its_turn_is_seen_in_another_order() -> None:
    found = steps("kort > observatie", "kort > doel", "kort > herkenning")
    assert (found["doel"], found["feiten"]) == ("gezien", "andere_volgorde")


def test_own_reading_is_never_asked_for_and_earns_nothing() -> None:
    lines = ("kort > doel", "kort > observatie", "kort > herkenning")
    named, plain = (*lines, "vertelt > interpretatie"), (*lines, "vertelt > ")
    assert steps(*named)["uitleg"] == "gezien"
    assert steps("kort > interpretatie", *lines)["uitleg"] == "andere_volgorde"
    assert steps("kort > interpretatie", "kort > doel")["uitleg"] == "andere_volgorde"
    score = [
        build(exercise(*talk, form="meldcode_stap_3")).competenties["opbouw"].score for talk in (named, plain)
    ]
    assert score[0] == score[1]


def test_unreached_steps_are_forgiven_after_a_walk_out_only() -> None:
    lines = ("kort > doel", "kort > observatie", "boos > open")
    assert steps(*lines)["vervolg"] == "niet_gezien"
    assert steps(*lines, ending="weggelopen")["vervolg"] == "niet_aan_de_orde"


def test_a_closed_question_that_checks_is_not_a_narrow_one() -> None:
    mix = question_mix(
        read_talk(
            exercise(
                "kort > gesloten herkenning",
                "kort > gesloten thuissituatie",
                "kort > gesloten samenvattend",
                "kort > open",
                "kort > suggestief gesloten",
            )
        )
    )
    assert (mix.inviting, mix.closed) == (2, 2)
    assert mix.counts["gesloten"] == 4 and mix.discouraged["suggestief"] == 1


@pytest.mark.parametrize(
    ("line", "word"),
    [("kort > open", "vertellen"), ("kort > gesloten", "gesloten"), ("kort > suggestief", "stuurde")],
)
def test_the_advice_on_questions_fits_the_mix(line: str, word: str) -> None:
    assert word in build(exercise(*[line] * 4)).vragen.advies


def test_no_question_in_many_turns_is_scored_few_turns_are_not() -> None:
    assert build(exercise(*["kort > observatie"] * 4)).competenties["vragen"].score is None
    many = build(exercise(*["kort > observatie"] * 6)).competenties["vragen"].score
    assert many is not None and many < 40


def test_the_contract_of_beoordeel_holds_and_is_json() -> None:
    data = json.loads(json.dumps(build(script("boos", "mediocre")).to_dict()))
    assert {"totaal", "competenties", "richtlijnen", "beurten", "sterk", "verbeter"} <= set(data)
    assert list(data["competenties"]) == list(load_competence_ids())
    assert {"score", "uitleg"} <= set(data["competenties"]["vragen"])
    assert all({"id", "status", "beurten", "bron"} <= set(g) for g in data["richtlijnen"])
    assert {g["status"] for g in data["richtlijnen"]} <= {"gezien", "gemist", "niet_aan_de_orde"}
    assert all({"nr", "vraagtypen", "zetten", "valkuilen", "feedback"} <= set(b) for b in data["beurten"])
    assert isinstance(data["totaal"], int) and len(data["inhoud"]) == 64


@pytest.mark.parametrize("teacher", ["good", "mediocre", "polite", "rude"])
def test_every_status_but_not_at_issue_has_words_and_turns_unless_avoided(teacher: str) -> None:
    for item in build(script("verwaarlozend", teacher)).richtlijnen:
        if item.status == "niet_aan_de_orde":
            assert not item.beurten and not item.fragment
        elif not item.vermeden:
            assert item.beurten and item.fragment, item.id
        assert item.bron


def test_hidden_background_and_aftercare_are_told() -> None:
    debrief = build(replace(script("verwaarlozend", "good"), case="sofie_vies", person="debby_kramer"))
    assert "tante Ellen" in debrief.achtergrond and "Debby" in debrief.achtergrond
    assert debrief.nazorg and all(item.bron for item in debrief.nazorg)


def test_after_a_bad_talk_the_same_again_after_a_good_one_harder_or_another() -> None:
    setup = Setup("extra_gesprek", "boos", "sem_maandagmoe", "karin_de_wit")

    def choice(teacher: str, difficulty: str) -> dict[str, str | None]:
        chosen = replace(setup, difficulty=difficulty)  # type: ignore[arg-type]
        talk = replace(script("boos", teacher), setup=chosen, case=chosen.case, ending="afspraak")
        return build(talk).volgende.keuze

    assert choice("rude", "gemiddeld")["niveau"] == "gemiddeld"
    assert choice("good", "gemiddeld")["niveau"] == "moeilijk"
    last = choice("good", "moeilijk")
    assert last["oudertype"] in ("overbezorgd", "ongeinteresseerd") and last["casus"] == "sem_maandagmoe"


def test_course_keeps_the_causes() -> None:
    talk = script("boos", "good")
    known = tuple(replace(e, reply=reply(0.9 - i / 20)) for i, e in enumerate(talk.exchanges))
    points = build(Exercise(talk.form, talk.type, known)).verloop
    assert [p.beurt for p in points] == list(range(1, 11))
    assert points[0].spanning > points[-1].spanning
