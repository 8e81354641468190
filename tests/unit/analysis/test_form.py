"""The form of a question, with and without question mark."""

from __future__ import annotations

import pytest

from bot.analysis.clauses import split
from bot.analysis.form import question_form


def forms(text: str) -> list[str]:
    return [form for clause in split(text) if (form := question_form(clause))]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Met wie gaat ze naar huis?", "open"),
        ("wat eet hij tussen de middag", "open"),
        ("Kunt u daar wat meer over vertellen?", "open"),
        ("Beschrijf eens hoe zo'n avond gaat.", "open"),
        ("Ik ben benieuwd wat u ervan vindt.", "open"),
        ("Hoe vaak komt dat voor?", "hoe"),
        ("hoe reageert ze dan", "hoe"),
        ("Waarom komt hij te laat?", "waarom"),
        ("Om welke reden was hij er niet?", "waarom"),
        ("Hoe kan het nou dat hij zonder jas loopt?", "waarom"),
        ("Slaapt ze goed?", "gesloten"),
        ("gaat hij graag naar school", "gesloten"),
        ("Weet u hoe laat hij slaapt?", "gesloten"),
        ("En de tafels?", "gesloten"),
    ],
)
def test_questions(text: str, form: str) -> None:
    assert forms(text) == [form]


@pytest.mark.parametrize(
    "text",
    [
        "Wat fijn dat u er bent!",
        "Wat een mooie tekening.",
        "Ik vertel u wat ik heb gezien.",
        "Lukt het niet, dan bel ik u morgen.",
        "Ik zie hoe hard u uw best doet.",
        "Gaat u zitten!",
        "Want dat is belangrijk.",
    ],
)
def test_what_is_no_question(text: str) -> None:
    assert forms(text) == []
