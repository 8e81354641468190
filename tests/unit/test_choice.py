"""Choosing an exercise by number, id or name."""

from __future__ import annotations

import pytest

from bot.choice import (
    ChoiceError,
    choices_of,
    next_question,
    person_meant,
    read_answer,
    setup_from,
    with_defaults,
)

WHOLE = {"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe"}


def asked(**chosen: str):  # type: ignore[no-untyped-def]
    question = next_question(chosen)
    assert question is not None
    return question


def test_the_first_missing_choice_is_asked() -> None:
    assert asked().key == "gespreksvorm"
    assert asked(gespreksvorm="extra_gesprek", casus="sem_maandagmoe").key == "oudertype"
    assert next_question({**WHOLE, "niveau": "moeilijk"}) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("3", "meldcode_stap_3"),
        ("meldcode_stap_3", "meldcode_stap_3"),
        ("Stap 3 graag", "meldcode_stap_3"),
        ("EXTRA GESPREK", "extra_gesprek"),
        ("10 minuten", "tienminutengesprek"),
        ("4", None),
        ("-1", None),
        ("gesprek", None),
        ("", None),
        ("²", None),
        ("iets anders", None),
    ],
)
def test_reading_a_form(said: str, meant: str | None) -> None:
    assert read_answer(asked(), said) == meant


@pytest.mark.parametrize("said", ["boze ouder", "de boze graag", "Karin", "boos", "1"])
def test_reading_a_type(said: str) -> None:
    assert read_answer(asked(gespreksvorm="extra_gesprek"), said) == "boos"


def test_a_person_named_is_the_person_played() -> None:
    assert person_meant("boos", "ik wil Karin") == "karin_de_wit"
    assert person_meant("boos", "de boze") is None


@pytest.mark.parametrize("said", ["kies maar", "Kies jij voor mij!", "0", "maakt me niet uit.", "verras_me"])
def test_whatever_gives_one_of_the_options(said: str) -> None:
    question = asked()
    assert read_answer(question, said) in {option.id for option in question.options}


def test_only_cases_that_fit_are_offered() -> None:
    offered = {option.id for option in asked(gespreksvorm="extra_gesprek", oudertype="boos").options}
    assert "sem_maandagmoe" in offered
    meldcode = {option.id for option in asked(gespreksvorm="meldcode_stap_3", oudertype="boos").options}
    assert "sem_maandagmoe" not in meldcode


def test_every_form_and_type_has_a_case() -> None:
    for form in asked().options:
        for kind in asked(gespreksvorm=form.id).options:
            assert asked(gespreksvorm=form.id, oudertype=kind.id).options


def test_the_same_seed_casts_the_same_person() -> None:
    assert setup_from({**WHOLE, "zaad": 5}) == setup_from({**WHOLE, "zaad": "5"})


@pytest.mark.parametrize(
    ("key", "value", "part"),
    [
        ("gespreksvorm", "praatje", "tienminutengesprek"),
        ("oudertype", "../../etc", "boos"),
        ("oudertype", ["boos"], "boos"),
        ("casus", "niks", "sem_maandagmoe"),
        ("persoon", "erik_vos", "karin_de_wit"),
        ("niveau", "extreem", "makkelijk"),
        ("coaching", "altijd", "live"),
        ("zaad", "veel", "geheel getal|heel getal"),
    ],
)
def test_an_unknown_choice_is_told_with_what_there_is(key: str, value: object, part: str) -> None:
    with pytest.raises(ChoiceError, match=part) as caught:
        setup_from({**WHOLE, key: value})
    assert "\n" not in str(caught.value)


def test_a_case_must_fit_the_form_unless_it_is_a_written_talk() -> None:
    chosen = {**WHOLE, "gespreksvorm": "meldcode_stap_3"}
    with pytest.raises(ChoiceError, match="past niet"):
        setup_from(chosen)
    assert setup_from(chosen, any_case=True).case == "sem_maandagmoe"


def test_who_names_all_else_gets_the_middle_difficulty() -> None:
    assert with_defaults(WHOLE)["niveau"] == "gemiddeld"
    assert with_defaults({**WHOLE, "niveau": "moeilijk"})["niveau"] == "moeilijk"
    assert with_defaults({"gespreksvorm": "extra_gesprek"})["niveau"] is None


def test_a_setup_can_be_written_as_choices_and_read_again() -> None:
    setup = setup_from({**WHOLE, "niveau": "moeilijk", "zaad": 7, "coaching": "geen", "plan": "Luisteren."})
    assert setup_from(choices_of(setup)) == setup
    assert choices_of(setup) == {
        **WHOLE,
        "persoon": setup.person,
        "niveau": "moeilijk",
        "zaad": 7,
        "coaching": "geen",
        "plan": "Luisteren.",
    }
