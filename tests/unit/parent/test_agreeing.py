"""Promises broken and kept, numbers and denials that do not agree; no false alarms."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.analysis.turn import TurnAnalysis
from bot.content.files import read_yaml
from bot.exercise import Exchange, Setup
from bot.parent import case_ids, cast, open_conversation, person_ids, react
from bot.parent.agreeing import contradicted
from bot.parent.memory import Memory
from bot.parent.mind import Mind
from bot.parent.scene import Scene
from bot.parent.slips import wrong_gender, wrong_names

from .plays import ANGRY, CALM, kinds, standing, turn

WRITTEN = Path(__file__).parents[2] / "conversations"
SECRET = turn("belofte", "Dat blijft tussen ons, dat beloof ik.")


def after(first: TurnAnalysis, then: TurnAnalysis) -> str:
    """Give the kinds of lines in the reply to a turn that follows another one."""
    calm = standing(**CALM)
    return kinds(react(ANGRY, [Exchange(first, calm), Exchange(turn("", "Goed."), calm)], then))


@pytest.mark.parametrize(
    ("first", "then", "broken"),
    [
        (SECRET, turn("vastleggen", "Ik zet het wel in het dossier."), True),
        (SECRET, turn("deskundige", "Ik vraag onze IB'er erbij."), True),
        (SECRET, turn("", "Dan bel ik Veilig Thuis."), True),
        (
            SECRET,
            turn("excuses vastleggen", "Sorry, dat had ik niet moeten beloven. Ik schrijf het op."),
            False,
        ),
        (SECRET, turn("zorg", "Ik maak me zorgen."), False),
        (turn("afspraak", "Ik bel u elke vrijdag."), turn("", "Dat gaat toch niet lukken, elke week."), True),
        (turn("afspraak", "Ik bel u vrijdag."), turn("afspraak", "Vrijdag om vier uur dan."), False),
        (
            turn("realistisch_beeld", "Geheim houden kan ik niet."),
            turn("vastleggen", "Ik schrijf het op."),
            False,
        ),
    ],
)
def test_a_broken_promise_is_noticed(first: TurnAnalysis, then: TurnAnalysis, broken: bool) -> None:
    found = after(first, then)
    assert ("belofte_gebroken" in found) is broken
    assert not broken or "vastleggen" not in found


@pytest.mark.parametrize(
    ("first", "then", "noticed"),
    [
        ("Hij had drie keer ruzie op het plein.", "Die vijf keer ruzie vind ik veel.", True),
        ("Hij had 3 keer ruzie op het plein.", "Drie keer ruzie dus.", False),
        ("Hij had deze week drie keer ruzie.", "Deze maand had hij vijf keer ruzie.", False),
        ("Hij had drie keer ruzie.", "Sorry, het was vijf keer ruzie.", False),
        ("Hij had drie keer ruzie.", "Hij sliep vijf keer in de klas.", False),
        ("Hij speelt graag met andere kinderen.", "Hij speelt niet graag met andere kinderen.", True),
        ("Wij hebben tijd voor zo'n plan.", "Wij hebben geen tijd voor zo'n plan.", True),
        ("Speelt hij graag met andere kinderen?", "Hij speelt niet graag met andere kinderen.", False),
        ("Dat kan.", "Dat kan niet.", False),
    ],
)
def test_facts_that_do_not_agree_are_noticed(first: str, then: str, noticed: bool) -> None:
    assert ("tegenspraak_feit" in after(turn("", first), turn("", then))) is noticed


def test_the_parent_quotes_what_was_said_first() -> None:
    calm, first = standing(**CALM), turn("", "Hij had drie keer ruzie op het plein.")
    reply = react(ANGRY, [Exchange(first, calm)], turn("", "Die vijf keer ruzie vind ik veel."))
    assert "drie keer" in reply.text


def test_a_word_that_is_kept_is_seen() -> None:
    told, done = turn("", "Zo vat ik het even samen."), turn("samenvatting", "U vindt de zondag het zwaarst.")
    found = [
        kinds(react(Setup("extra_gesprek", "boos", ANGRY.case, ANGRY.person, seed=seed),
                    [Exchange(told, standing(**CALM)), Exchange(turn("", "Goed."), standing(**CALM))], done))
        for seed in range(8)
    ]  # fmt: skip
    assert any("belofte_gehouden" in item for item in found)


def test_nobody_is_accused_in_the_written_conversations() -> None:
    checked = 0
    for path in sorted(WRITTEN.rglob("*.yml")):
        written = read_yaml(path)
        if not isinstance(written, dict) or written.get("casus") not in case_ids():
            continue
        setup = Setup(
            "extra_gesprek", written["oudertype"], written["casus"], person_ids(written["oudertype"])[0]
        )
        players, opening, said = cast(setup), open_conversation(setup), []
        mind = Mind.at_start(players.kind.start["gemiddeld"])
        for text in (item["leraar"] for item in written["beurten"] if "leraar" in item):
            scene = Scene(players, Memory(opening, tuple(said)), TurnAnalysis(text), mind, mind)
            assert not wrong_names(scene) and not wrong_gender(scene) and not contradicted(scene), text
            said.append(Exchange(TurnAnalysis(text), opening))
            checked += 1
    assert checked > 100
