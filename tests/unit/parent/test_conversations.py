"""Properties of whole conversations, over all persons and cases that exist."""

from __future__ import annotations

import random
import re

import pytest

from bot.analysis.turn import TurnAnalysis
from bot.content.case import Case
from bot.content.known import known
from bot.exercise import Reply, Setup
from bot.parent import TYPES, case_ids, cast, open_conversation, person_ids, react
from bot.parent.library import case

from .plays import Said, play, turn

GOOD = (
    "welkom doel",
    "emotie_erkennen open",
    "excuses open verwachting",
    "waardering doorvragen open",
    "observatie ik_boodschap herkenning gesloten",
    "hoe thuissituatie",
    "doorvragen open",
    "verklaring open",
    "emotie_erkennen beleving hoe",
    "zorg gezamenlijk_belang",
    "meedenken open",
    "samenvattend samenvatting gesloten",
    "keuze_bij_ouder",
    "oplossing afspraak",
    "afspraak vervolg",
)
MEDIOCRE = (
    "welkom",
    "observatie",
    "gesloten thuissituatie",
    "zorg vrijblijvend",
    "gesloten suggestief",
    "oplossing",
    "positief",
    "gesloten meervoudig",
    "jargon kader",
    "vervolg",
)
BAD = ("verdediging", "verwijt waarom", "oordeel", "opdringen suggestief", "bagatelliseren", "dreigen") * 3
LEVELS = ("makkelijk", "gemiddeld", "moeilijk")
PEOPLE = [(kind, name) for kind in TYPES for name in person_ids(kind)]


def setup(kind: str, name: str, case_id: str, level: str = "gemiddeld", seed: int = 7) -> Setup:
    return Setup("extra_gesprek", kind, case_id, name, level, seed)  # type: ignore[arg-type]


def script(lines: tuple[str, ...], about: Case) -> list[TurnAnalysis]:
    texts = [signal.text for signal in about.signals]
    return [
        turn(line, texts[place % len(texts)] if "observatie" in line else f"Beurt {place}.",
                  topics=about.main_topics[:2] if "thuissituatie" in line else ())
        for place, line in enumerate(lines)
    ]  # fmt: skip


def wild(seed: int, about: Case, turns: int = 30) -> list[TurnAnalysis]:
    """Give random turns without ending labels, as an odd trainee might."""
    dice = random.Random(seed)
    free = sorted(
        known().labels - {"stoppen", "afronding", "verwijt", "dreigen", "oordeel", "mishandeling_noemen"}
    )
    topics = sorted(about.home)
    return [
        turn(" ".join(dice.sample(free, dice.randint(0, 3))), f"Zin {place} over {dice.choice(topics)}.",
                  topics=tuple(dice.sample(topics, dice.randint(0, 2))),
                  aspect=dice.choice([None, None, "wanneer", "hoe_vaak", "waardoor", "gevoel"]))
        for place in range(turns)
    ]  # fmt: skip


def last(history: list[Said]) -> Reply:
    return history[-1].reply


@pytest.mark.parametrize(("kind", "name"), PEOPLE)
@pytest.mark.parametrize("case_id", case_ids())
def test_good_teaching_reaches_agreement_and_beats_bad(kind: str, name: str, case_id: str) -> None:
    for level in LEVELS:
        chosen = setup(kind, name, case_id, level)
        good, bad = (last(play(chosen, script(lines, case(case_id)))) for lines in (GOOD, BAD))
        assert good.state.spanning < bad.state.spanning
        assert good.state.vertrouwen > bad.state.vertrouwen
        assert bad.ending == "weggelopen"
        assert "agreement" in good.marks
        end = play(chosen, [*script(GOOD, case(case_id)), turn("afronding")])
        assert last(end).ending == "afspraak"


@pytest.mark.parametrize(("kind", "name"), PEOPLE)
def test_mediocre_teaching_ends_in_between(kind: str, name: str) -> None:
    chosen, about = setup(kind, name, case_ids()[0]), case(case_ids()[0])
    good, fair, bad = (last(play(chosen, script(lines, about))) for lines in (GOOD[:10], MEDIOCRE, BAD))
    assert bad.state.vertrouwen < fair.state.vertrouwen < good.state.vertrouwen


@pytest.mark.parametrize(("kind", "name"), PEOPLE)
@pytest.mark.parametrize("case_id", case_ids())
def test_no_line_comes_twice_and_every_slot_is_filled(kind: str, name: str, case_id: str) -> None:
    chosen = setup(kind, name, case_id, "moeilijk")
    history = play(chosen, wild(len(name + case_id), case(case_id)))
    opening = open_conversation(chosen)
    replies = [opening, *(item.reply for item in history)]
    keys = [key for reply in replies for key in reply.used]
    assert len(keys) == len(set(keys))
    texts = [reply.text for reply in replies]
    assert len(texts) == len(set(texts))
    for reply in replies:
        assert reply.text.strip()
        assert not re.search(r"[{}]|  ", reply.text + reply.thought)
        assert 0 <= reply.state.spanning <= 1
        assert reply.acts


def test_same_seed_same_conversation_other_seed_another() -> None:
    about = case("sem_maandagmoe")
    one, two, three = (
        [
            item.reply.text
            for item in play(setup("boos", "karin_de_wit", about.id, seed=seed), script(GOOD, about))
        ]
        for seed in (3, 3, 4)
    )
    assert one == two
    assert one != three


def test_reaction_depends_on_nothing_but_its_arguments() -> None:
    chosen, about = setup("boos", "karin_de_wit", "sem_maandagmoe"), case("sem_maandagmoe")
    history = play(chosen, script(GOOD, about))
    again = react(chosen, history[:6], history[6].turn)
    assert again == history[6].reply


@pytest.mark.parametrize("name", person_ids("boos"))
@pytest.mark.parametrize("level", LEVELS)
def test_an_angry_parent_calms_neither_at_once_nor_never(name: str, level: str) -> None:
    chosen = setup("boos", name, "sem_maandagmoe", level)
    turns = ["emotie_erkennen open", "excuses doorvragen", "verwachting open waardering"]
    turns += [
        "samenvattend samenvatting",
        "emotie_erkennen doorvragen",
        "beleving hoe",
        "ruimte_geven",
        "open",
    ]
    history = play(chosen, [turn(line) for line in turns])
    calm = [place for place, item in enumerate(history, 1) if item.reply.state.spanning < 0.4]
    assert calm and 3 <= calm[0] <= 8


def test_secrets_come_out_only_above_their_threshold() -> None:
    for kind, name in PEOPLE:
        for case_id in case_ids():
            chosen = setup(kind, name, case_id)
            players = cast(chosen)
            limit = {"hidden": players.case.hidden.openness, "background": players.person.background.openness}
            for item in play(chosen, script(GOOD, players.case)):
                told = [fact for fact in item.reply.told if fact in limit]
                assert len(told) <= 1
                assert all(item.reply.state.openheid >= limit[fact] for fact in told)
                assert not (told and item.reply.state.spanning >= 0.6)


def test_a_closed_parent_keeps_deep_facts_back() -> None:
    chosen = setup("verwaarlozend", person_ids("verwaarlozend")[0], "sem_maandagmoe", "moeilijk")
    history = play(chosen, [turn("hoe", f"Hoe slaapt hij, vraag {n}?", topics=("slaap",)) for n in range(3)])
    facts = {f"slaap.{fact.id}": fact.openness for fact in case("sem_maandagmoe").home["slaap"]}
    assert all(facts[fact] <= 0.3 for item in history for fact in item.reply.told)
