"""Does the parent answer what was asked or proposed, and keep back what should be kept back?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.analysis.turn import Span
from bot.parent import react
from bot.parent.library import person_ids

from .plays import ANGRY, CALM, TENSE, kinds, past, play, said_to, standing, turn

SIGNAL = "Sem legde vier maandagen zijn hoofd op tafel."


@pytest.mark.parametrize(("ladder", "way"), [(0.2, "denies"), (0.9, "half"), (1.9, "recognises")])
def test_recognition_follows_the_ladder(ladder: float, way: str) -> None:
    now = turn("observatie herkenning gesloten", SIGNAL)
    reply = said_to(now, standing(**CALM | {"ladder": ladder}))
    assert f"signals.hoofd_op_tafel.{way}" in kinds(reply)
    assert reply.marks["mentioned"] == "hoofd_op_tafel"


def test_a_tense_parent_denies_what_a_calm_one_recognises() -> None:
    reply = said_to(turn("herkenning gesloten", SIGNAL), standing(**CALM | {"spanning": 0.8}))
    assert "ontkent" in reply.acts


def test_a_later_question_about_it_finds_the_signal_mentioned_before() -> None:
    first = said_to(turn("observatie", SIGNAL), standing(**CALM))
    reply = react(ANGRY, past(first), turn("herkenning gesloten", "Ziet u dat thuis ook?"))
    assert "signals.hoofd_op_tafel" in kinds(reply)


def test_a_suggestive_question_gets_no_fact() -> None:
    reply = said_to(
        turn("gesloten suggestief", "Hij slaapt zeker slecht, hè?", topics=("slaap",)), standing(**CALM)
    )
    assert "reactions.suggestief" in kinds(reply)
    assert not reply.told


def test_an_open_question_about_home_gets_a_fact_on_that_topic() -> None:
    reply = said_to(turn("open", "Wat eet hij zoal?", topics=("eten",)), standing(**CALM))
    assert reply.told and reply.told[0].startswith("eten.")


def test_deeper_questions_never_fall_back_to_a_guarded_fact() -> None:
    asked = turn("hoe", "Hoe slaapt hij?", topics=("slaap",))
    first = said_to(asked, standing(**CALM))
    second = react(ANGRY, past(first, asked), turn("hoe doorvragen", "En in het weekend?", topics=("slaap",)))
    assert first.told == ("slaap.zondagavond",)
    assert second.told != ("slaap.doordeweeks",)


def test_a_follow_up_is_answered_from_the_details_of_the_last_fact() -> None:
    asked = turn("hoe", "Hoe slaapt hij?", topics=("slaap",))
    first = said_to(asked, standing(**CALM))
    reply = react(ANGRY, past(first, asked), turn("hoe doorvragen", "Hoe vaak?", aspect="hoe_vaak"))
    assert "home.slaap.zondagavond.hoe_vaak" in kinds(reply)


def test_how_are_you_at_the_door_is_understood() -> None:
    kind = replace(ANGRY, type="betrokken", person=person_ids("betrokken")[0])
    reply = react(kind, [], turn("welkom hoe", "Welkom! Hoe gaat het?"))
    assert reply.told and reply.told[0].startswith("ouder_zelf.")


def test_asking_on_after_an_explanation_goes_deeper() -> None:
    asked = turn("verklaring open", "Waar komt het vandaan?")
    first = said_to(asked, standing(openheid=0.3, spanning=0.5))
    second = react(ANGRY, past(first, asked), turn("open doorvragen", "Hoe bedoelt u?"))
    assert first.told == ("explanation.1",)
    assert second.told != first.told and not any("pesten" in fact for fact in second.told)


def test_a_closed_down_parent_says_almost_nothing_to_a_question() -> None:
    closed = replace(ANGRY, type="verwaarlozend", person=person_ids("verwaarlozend")[0])
    before = standing(closed, **TENSE | {"spanning": 0.9})
    asked = react(closed, past(before), turn("hoe thuissituatie", "Hoe gaat het?", topics=("thuis",)))
    assert "dichtgeklapt" in kinds(asked) and not asked.told
    assert "dichtgeklapt" not in kinds(react(closed, past(before), turn("excuses")))


def test_what_is_told_out_is_not_told_again() -> None:
    asked = turn("open", "Hoe zit het met geld?", topics=("geld",))
    history = play(
        ANGRY, [replace(asked, text=f"Geldvraag nummer {word}?") for word in ("een", "vier", "elf")]
    )
    told = [fact for item in history if item.reply for fact in item.reply.told]
    assert len(told) == len(set(told))
    assert "al_verteld" in kinds(history[-1].reply) or "ontwijkt" in kinds(history[-1].reply)


def test_a_proposal_is_weighed_by_state() -> None:
    offer = turn("afspraak gesloten", "Zullen we dat zo afspreken?")
    yes, no = said_to(offer, standing(**CALM)), said_to(offer, standing(**TENSE))
    assert "stemt_in" in yes.acts and yes.marks["agreement"] == offer.text
    assert "weigert" in no.acts and "agreement" not in no.marks


def test_a_pitfall_makes_a_willing_parent_hesitate() -> None:
    offer = turn("oplossing opdringen")
    willing = standing(**CALM | {"spanning": 0.3, "ladder": 1.2, "vertrouwen": 0.55})
    assert "stemt_in" in said_to(turn("oplossing"), willing).acts
    assert "stemt_in" not in said_to(offer, willing).acts


def test_a_refusal_is_voiced_even_when_something_else_was_asked() -> None:
    offer = turn("deskundige verwachting open", "Ik wil de IB'er erbij. Wat wilt u zelf?")
    assert "deskundige_nee" in kinds(said_to(offer, standing(**TENSE)))


def test_thinking_along_gives_an_idea_of_the_case_that_fits_the_words() -> None:
    asked = turn("meedenken open", "Wat kan er op zondagavond anders?")
    reply = said_to(asked, standing(**CALM))
    assert reply.told == ("idea.vaste_zondag",)
    assert "idee" in reply.acts
    assert "weigert" in said_to(asked, standing(**CALM | {"ladder": 0.3})).acts


def test_jargon_makes_the_parent_ask_what_was_meant() -> None:
    clear = turn("begrip_checken gesloten", "Is alles duidelijk?")
    muddled = react(ANGRY, past(standing(**CALM), turn("jargon")), clear)
    assert "vraagt_uitleg" in muddled.acts
    assert "begrip_ja" in kinds(said_to(clear, standing(**CALM)))


def test_the_last_question_asked_is_answered() -> None:
    text = "Herkent u dat? Wat doet dat met u?"
    spans = (Span("herkenning", 0, 14), Span("beleving", 15, len(text)))
    now = replace(turn("herkenning beleving gesloten open", text), spans=spans)
    assert "answers.beleving" in kinds(said_to(now, standing(**CALM)))
