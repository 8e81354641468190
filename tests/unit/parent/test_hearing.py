"""Does the parent hear what the words say, when the analysis is unsure or wrong?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.analysis.turn import Span, TurnAnalysis
from bot.parent.hearing import has_words, heard, nearly, repeats, says
from bot.parent.library import world

HEARING = world().hearing


def found(text: str, label: str, probability: float, group: str = "zetten") -> TurnAnalysis:
    turn = TurnAnalysis(text, spans=(Span(label, 0, len(text), probability),))
    return replace(turn, vraagtypen=(label,)) if group == "vraagtypen" else replace(turn, zetten=(label,))


def labels(turn: TurnAnalysis, *earlier: str) -> tuple[str, ...]:
    return heard(turn, earlier, HEARING).labels


@pytest.mark.parametrize(
    ("text", "label", "group", "kept"),
    [
        ("Slaapt ze goed?", "samenvattend", "vraagtypen", False),
        ("Dus u zat te wachten, klopt dat?", "samenvattend", "vraagtypen", True),
        ("Komt u volgende maand terug, dan zien we het.", "stoppen", "zetten", False),
        ("Zo stoppen we nu, we maken een nieuwe afspraak.", "stoppen", "zetten", True),
        ("Herken je dat, dat hij er weinig is?", "suggestief", "vraagtypen", False),
        ("Dat is toch geen doen?", "suggestief", "vraagtypen", True),
    ],
)
def test_an_unsure_label_needs_words_that_bear_it(text: str, label: str, group: str, kept: bool) -> None:
    assert (label in labels(found(text, label, 0.8, group))) is kept
    assert label in labels(found(text, label, 0.99, group))


def test_a_label_built_by_hand_is_taken_at_its_word() -> None:
    assert labels(TurnAnalysis("Ik zeg iets.", zetten=("stoppen",))) == ("stoppen",)


def test_a_question_repeats_only_what_it_resembles() -> None:
    turn = found("Hoe laat gaat hij naar bed?", "herhalend", 0.99, "vraagtypen")
    assert "herhalend" not in labels(turn, "Wat eet hij 's ochtends?")
    assert "herhalend" in labels(turn, "En hoe laat gaat hij in het weekend naar bed?")
    assert not repeats("Wat doet dat met u?", ["Waar komt het vandaan?"])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Zullen we dat dan maar afspreken?", "afspraak"),
        ("Wat vindt u ervan als ik hem 's ochtends opvang?", "oplossing"),
        ("Wat zou Daan helpen, denkt u?", "meedenken"),
        ("Bedankt, tot ziens!", "afronding"),
        ("Je bent gewoon te lui.", "oordeel"),
    ],
)
def test_plain_words_speak_for_themselves(text: str, label: str) -> None:
    assert label in labels(TurnAnalysis(text), "Dag!", "Hoe gaat het?", "Aha.")


def test_shall_we_at_the_door_is_no_proposal() -> None:
    assert "oplossing" not in labels(TurnAnalysis("Zullen we hier gaan zitten?"))


def test_a_parent_called_busy_is_no_topic_of_the_child() -> None:
    turn = TurnAnalysis("Ik zie dat u het druk heeft.", topics=("gedrag",))
    assert heard(turn, (), HEARING).topics == ()


def test_a_nearly_found_sting_is_felt_unless_the_turn_is_kind() -> None:
    sting = TurnAnalysis("Dat lossen wij zo op.", unsure=("verdediging",))
    assert nearly(sting, HEARING) == {"verdediging"}
    assert nearly(replace(sting, unsure=("verdediging", "emotie_erkennen")), HEARING) == {"emotie_erkennen"}
    assert nearly(replace(sting, zetten=("observatie",)), HEARING) == set()


def test_a_star_stands_for_a_few_words_only() -> None:
    assert says("waarom bent u zo boos", ["waarom * boos"])
    assert not says("waarom komt u een hele week lang elke dag boos", ["waarom * boos"])


def test_whole_words_end_where_they_end() -> None:
    assert has_words("hoe is dat voor je?", HEARING.about_you)
    assert not has_words("hoe is dat voor jenny?", HEARING.about_you)
