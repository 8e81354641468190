"""The preparation card: what was chosen, what text cannot show, where advice comes from, nothing that is hidden."""

from __future__ import annotations

import json
from typing import Any

from bot.channel.cards import preparation
from bot.choice import setup_from
from bot.content.library import load_case, load_guidelines, load_sources


def card(**changes: str) -> dict[str, Any]:
    choice = {"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe"}
    return preparation(setup_from({**choice, **changes}))


def test_it_says_what_was_chosen_in_words() -> None:
    made = card(niveau="moeilijk", coaching="live")
    assert made["keuze"] == ["Extra gesprek", "Boze ouder", "Niveau: moeilijk", "Hulp: meekijken"]


def test_what_text_cannot_show_is_told_apart_and_what_comes_after_is_left_out() -> None:
    unseen = card()["niet_zichtbaar"]
    after = {g.title for g in load_guidelines() if not g.visible and g.phase == "nazorg"}
    assert {item["wanneer"] for item in unseen} == {"vooraf", "tijdens"}
    assert after and not after & {item["tekst"] for item in unseen}


def test_advice_of_another_conversation_form_stays_away() -> None:
    only = {g.title for g in load_guidelines() if not g.visible and g.forms == ("meldcode_stap_3",)}
    assert only and not only & {item["tekst"] for item in card()["niet_zichtbaar"]}
    there = {
        item["tekst"]
        for item in card(gespreksvorm="meldcode_stap_3", casus="amir_opmerkingen")["niet_zichtbaar"]
    }
    assert only & there


def test_every_source_on_the_card_is_among_the_named_documents() -> None:
    made = card()
    assert set(made["bronnen"]) == set(load_sources())
    for part in ("stappen", "tips", "niet_zichtbaar"):
        assert {item["bron"].split()[0] for item in made[part]} <= set(made["bronnen"])


def test_nothing_of_what_the_parent_hides_is_on_it() -> None:
    case = load_case("sem_maandagmoe")
    assert case is not None
    assert case.hidden.summary[:40] not in json.dumps(card(), ensure_ascii=False)
