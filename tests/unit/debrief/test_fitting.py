"""What is offered fits the moment: what the parent did, the words used, and the weakest competence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import exercise, script

from bot.debrief import build
from bot.debrief.choose import weakest_first
from bot.debrief.judge import judge_all
from bot.debrief.model import CompetenceResult, Remark
from bot.debrief.questions import narrow
from bot.debrief.rewrite import better
from bot.debrief.talk import TurnView, read_talk


def _view(acts: str, label: str, text: str) -> TurnView:
    talk = exercise(f"{acts} > {label}")
    one = talk.exchanges[0]
    span = replace(one.turn.spans[0], begin=0, end=len(text))
    said = replace(one, turn=replace(one.turn, text=text, spans=(span,)))
    return read_talk(replace(talk, exchanges=(said,))).turns[0]


def _offer(acts: str, label: str, text: str) -> str:
    view = _view(acts, label, text)
    talk = replace(exercise(f"{acts} > {label}"), exchanges=(view.exchange,))
    return better(label, read_talk(talk), view)


def test_who_begins_about_another_child_gets_another_sentence_than_who_is_asked() -> None:
    asked = _offer("vraagt_ander_kind", "andere_kinderen", "Femke heeft dat ook, ziet u.")
    own = _offer("kort", "andere_kinderen", "Femke heeft dat ook, ziet u.")
    assert "met niemand over uw kind" in asked and "met niemand" not in own


@pytest.mark.parametrize(
    ("label", "text", "word"),
    [
        ("jargon", "Zijn LVS is goed, ziet u.", "volgsysteem"),
        ("jargon", "De IB'er belt u.", "extra hulp"),
        ("belofte", "U zult zien, het komt goed.", "deze week elke dag"),
        ("invullen", "U bent gewoon te bezorgd.", "zorgen"),
    ],
)
def test_a_sentence_is_about_the_words_that_were_used(label: str, text: str, word: str) -> None:
    assert word in _offer("kort", label, text)


def test_a_word_inside_another_word_is_not_that_word() -> None:
    assert "volgsysteem" not in _offer("kort", "jargon", "Dat is een vollvs, ziet u.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Slaapt hij goed?", True), ("En bel de tandarts, hè?", False), ("Dat is toch prima?", False)],
)
def test_a_tag_is_no_question_to_get_to_know_something(text: str, expected: bool) -> None:
    assert narrow(_view("kort", "gesloten", text)) is expected


def test_the_next_exercise_is_about_the_weakest_competence() -> None:
    verdicts = judge_all(read_talk(script("boos", "rude")))
    titles = {v.guideline.competence: v.guideline.title for v in verdicts}
    said = [Remark("verbeter", 1, "", "", "", "", titles[c], "", "") for c in ("vragen", "feiten")]
    names = {v.guideline.competence for v in verdicts}
    results: dict[str, CompetenceResult] = {
        c: CompetenceResult(c, 20 if c == "feiten" else 80, "") for c in names
    }
    assert [r.richtlijn for r in weakest_first(said, verdicts, results)][0] == titles["feiten"]


def test_the_next_exercise_names_one_of_the_points_to_try() -> None:
    debrief = build(script("boos", "mediocre"))
    assert any(remark.richtlijn in debrief.volgende.tekst for remark in debrief.verbeter)
