"""A wrong name or he for she is noticed; names that may rightly be spoken never are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.exercise import Exchange
from bot.parent import react

from .plays import ANGRY, CALM, kinds, said_to, standing, turn


@pytest.mark.parametrize(
    "said",
    [
        "Hoe gaat het thuis met Tim?",
        "Ik wil het hebben over tim.",
        "Ik maak me zorgen om Lotte, al een tijdje.",
        "Hoe doet uw zoon Bram het?",
        "Slaapt Jesse goed?",
        "Ik zie dat Sam moe is.",
    ],
)
def test_another_name_for_the_child_is_noticed(said: str) -> None:
    assert "verkeerde_naam" in kinds(said_to(turn("", said), standing(**CALM)))


@pytest.mark.parametrize(
    "said",
    [
        "Hoe gaat het thuis met Sem?",
        "Sem kreeg ruzie met Tim over de bal.",
        "Hoe gaat het met zijn zusje Fenna?",
        "Ik heb het gehad over Sem met juf Sanne.",
        "Mijn collega Bram ziet het ook.",
        "Ik maak me zorgen om zijn vriend Tim.",
        "Hoe gaat het met Karin zelf?",
        "Ik bel u maandag over de toets.",
        "Gaat het met Anna en Tim beter?",
        "Ik heb het met Tim Jansen van het wijkteam besproken.",
    ],
)
def test_names_that_may_rightly_be_spoken_are_let_pass(said: str) -> None:
    assert "verkeerde_naam" not in kinds(said_to(turn("", said), standing(**CALM)))


def test_a_name_that_was_spoken_before_is_no_slip() -> None:
    before = Exchange(turn("", "Hij speelt vaak met Tim."), standing(**CALM))
    assert "verkeerde_naam" not in kinds(react(ANGRY, [before], turn("open", "Hoe gaat het met Tim?")))


@pytest.mark.parametrize(
    ("case", "said", "slip"),
    [
        ("sem_maandagmoe", "Is ze thuis ook zo moe?", True),
        ("sem_maandagmoe", "Hoe is het met uw dochter?", True),
        ("sem_maandagmoe", "Is ze streng, zijn moeder?", False),
        ("sem_maandagmoe", "Ik sprak de juf. Ze is tevreden.", False),
        ("sem_maandagmoe", "Ze zijn vaak laat.", False),
        ("sem_maandagmoe", "Hij slaapt zeker slecht, hè?", False),
        ("sem_maandagmoe", "Is zij Sem zijn zus?", False),
        ("lotte_buikpijn", "Slaapt hij goed?", True),
        ("lotte_buikpijn", "Wat zegt haar vader? Is hij bezorgd?", False),
        ("lotte_buikpijn", "Slaapt ze goed?", False),
    ],
)
def test_he_for_she_is_noticed_when_nobody_else_can_be_meant(case: str, said: str, slip: bool) -> None:
    setup = replace(ANGRY, case=case)
    assert ("verkeerd_geslacht" in kinds(said_to(turn("", said), standing(setup, **CALM), setup))) is slip


def test_he_for_she_is_noticed_once() -> None:
    first = said_to(turn("gesloten", "Slaapt ze goed?"), standing(**CALM))
    again = react(ANGRY, [Exchange(turn("gesloten", "Slaapt ze goed?"), first)], turn("", "Ze is vaak moe."))
    assert "verkeerd_geslacht" in kinds(first) and "verkeerd_geslacht" not in kinds(again)
