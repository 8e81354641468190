"""What is doubtful is neither praised nor blamed, and what cannot be checked is not concrete."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import exchange, exercise

from bot.analysis.turn import Span, TurnAnalysis
from bot.content.files import read_yaml
from bot.content.label import load_labels
from bot.debrief import build
from bot.debrief.concrete import is_concrete
from bot.debrief.sureness import NEARLY, perhaps, shown
from bot.debrief.talk import TurnView, read_talk
from bot.exercise import Exchange, Exercise


def _said(text: str, *spans: Span) -> Exchange:
    known = load_labels()

    def of(group: str) -> tuple[str, ...]:
        return tuple(s.label for s in spans if known[s.label].group == group)

    turn = TurnAnalysis(text, of("vraagtypen"), of("zetten"), of("valkuilen"), spans)
    return replace(exchange("neutraal", ""), turn=turn)


def _view(text: str, *spans: Span) -> TurnView:
    return read_talk(Exercise("extra_gesprek", "boos", (_said(text, *spans),))).turns[0]


@pytest.mark.parametrize(
    "text",
    [
        "Ik bel u vrijdag.",
        "Hij was drie keer te laat.",
        "Op 6 november huilde ze.",
        "Dat doe ik morgen.",
        "elke pauze",
    ],
)
def test_a_day_a_number_or_a_moment_is_concrete(text: str) -> None:
    assert is_concrete(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hij is vaak te laat.",
        "We spreken elkaar binnenkort.",
        "Dat was een paar keer zo.",
        "Ze is soms wat stil.",
    ],
)
def test_often_sometimes_and_soon_are_not_concrete(text: str) -> None:
    assert not is_concrete(text)


def test_a_doubtful_pitfall_gets_no_remark_and_costs_less() -> None:
    text = "Dat is nu eenmaal zo bij jullie thuis."
    calm = exchange("vertelt", "open hoe")

    def with_chance(chance: float) -> Exercise:
        return Exercise(
            "extra_gesprek", "boos", (_said(text, Span("verwijt", 0, len(text), chance)), calm, calm, calm)
        )

    doubtful, sure = build(with_chance(0.4)), build(with_chance(0.95))
    assert not any(r.label == "verwijt" for r in doubtful.beurten[0].feedback)
    assert any(r.label == "verwijt" for r in sure.beurten[0].feedback)
    assert (doubtful.competenties["valkuilen"].score or 0) > (sure.competenties["valkuilen"].score or 0)


def test_good_words_that_are_also_a_reproach_show_less() -> None:
    text = "Waar heeft hij dat dan geleerd?"
    alone = _view(text, Span("open", 0, len(text), 0.9))
    both = _view(text, Span("open", 0, len(text), 0.9), Span("verwijt", 0, len(text), 0.8))
    assert shown(alone, "open") == 0.9
    assert shown(both, "open") < 0.3


def test_what_the_words_suggest_is_not_called_missing() -> None:
    assert perhaps(_view("Herkent u wat ik vertel?"), ["herkenning"])
    assert not perhaps(_view("Dat is dan afgesproken."), ["herkenning"])
    assert set(read_yaml(NEARLY)) <= set(load_labels())


def test_a_vague_agreement_is_told_as_vague() -> None:
    text = "Ik neem dan wel weer eens contact op."
    vague = _said(text, Span("afspraak", 0, len(text)))
    calm = exchange("vertelt", "open")
    remarks = build(Exercise("extra_gesprek", "betrokken", (calm, calm, calm, vague))).beurten[3].feedback
    mine = [r for r in remarks if r.citaat == text]
    assert mine and "wanneer" in mine[0].tekst


def test_praise_in_the_whole_sentence_of_the_words() -> None:
    text = "Wat zie je thuis aan Jip, voordat jullie gaan? Vertel eens."
    view = _view(text, Span("open", 0, 25))
    assert view.sentence("open") == "Wat zie je thuis aan Jip, voordat jullie gaan?"


def test_a_recognised_act_left_unanswered_is_not_blamed_in_words() -> None:
    written = exercise("neutraal > welkom", "boos > positief", "boos > open", "neutraal > open")
    assert not any("boos" in r.tekst for turn in build(written).beurten for r in turn.feedback)
