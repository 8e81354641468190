"""Clauses cover the turn, in order, with offsets that point into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.clauses import split


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fijn dat u er bent. Ik wil iets met u bespreken.", 2),
        ("Ik zie dat hij op maandag erg moe is, merkt u dat thuis ook?", 2),
        ("hoe gaat het met slapen en eet hij wel genoeg groente", 2),
        ("U zegt 'moe', wat merkt u dan?", 2),
        ("Dag mevrouw, wat fijn", 1),
        ("Echt waar?!", 1),
    ],
)
def test_a_turn_falls_apart_at_its_clauses(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_question_word_after_knowing_opens_no_clause() -> None:
    assert len(split("ik weet wat u daar precies mee bedoelt met al die verhalen")) == 1


@given(st.text(max_size=300))
def test_any_text_gives_clauses_in_order_that_hold_every_letter(text: str) -> None:
    clauses = split(text)
    end = 0
    for clause in clauses:
        assert end <= clause.begin < clause.end <= len(text)
        assert clause.text == text[clause.begin : clause.end]
        assert not text[end : clause.begin].strip()
        end = clause.end
    assert not text[end:].strip()
