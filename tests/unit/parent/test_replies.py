"""How the parent reacts, takes initiative, remembers, and ends the conversation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.exercise import Exchange, Setup
from bot.parent import case_ids, cast, open_conversation, react
from bot.parent.library import person_ids, world
from bot.parent.recall import quote
from bot.parent.voice import slot_words

from .plays import ANGRY, CALM, TENSE, kinds, past, play, said_to, standing, turn


def test_pitfalls_are_reacted_to_before_anything_kind() -> None:
    reply = said_to(turn("waardering verwijt jargon"), standing(**CALM))
    assert "reactions.verwijt" in kinds(reply)


def test_going_on_about_facts_is_felt_as_pushing() -> None:
    reply = said_to(turn("oplossing"), standing(**TENSE))
    assert "reactions.pushed" in kinds(reply)
    assert "oplossing_nee" in kinds(reply)
    assert "overspoeld" in " ".join(reply.used)


@pytest.mark.parametrize(
    "kind", sorted(world().acts["strange"].keys() - {"verkeerde_naam", "verkeerd_geslacht"})
)
def test_strange_turns_get_their_own_reaction_in_character(kind: str) -> None:
    reply = said_to(turn("", "?", kind=kind), standing(**CALM))
    assert f"strange.{kind}" in kinds(reply)
    assert abs(reply.state.spanning - 0.25) <= 0.25


def test_an_emergency_steps_out_of_role_and_changes_nothing() -> None:
    before = standing(**CALM)
    reply = said_to(turn("", "Dit is echt, hij is in gevaar.", kind="noodgeval"), before)
    assert "112" in reply.text and "0800-2000" in reply.text
    assert reply.state == before.state and reply.ending is None


@pytest.mark.parametrize(
    ("said", "slip"),
    [
        ("Ik zie dat Sam moe is.", True),
        ("Ik zie dat Sem moe is.", False),
        ("Ik zie dat Sems werk achterblijft.", False),
        ("Zeg, hoe gaat het met Fenna?", False),
        ("Hem zie ik weinig. Een keer maar.", False),
    ],
)
def test_a_wrong_name_is_noticed(said: str, slip: bool) -> None:
    assert ("verkeerde_naam" in kinds(said_to(turn("", said), standing(**CALM)))) is slip


def test_the_trainee_may_stop_kindly_or_not() -> None:
    kind = said_to(turn("stoppen begrenzen vervolg"), standing(**TENSE))
    blunt = said_to(turn("stoppen"), standing(**TENSE))
    assert (kind.ending, blunt.ending) == ("gestopt", "gestopt")
    assert "gestopt_rustig" in kinds(kind) and "gestopt_boos" in kinds(blunt)


def test_rounding_off_ends_only_after_a_while_and_not_on_a_question() -> None:
    done, before = turn("afronding"), standing(**CALM)
    assert react(ANGRY, past(before) * 2, done).ending is None
    assert react(ANGRY, past(before) * 4, turn("afronding gesloten")).ending is None
    assert react(ANGRY, past(before) * 4, done).ending == "zonder_afspraak"
    agreed = replace(before, marks={"agreement": "x"})
    assert react(ANGRY, past(agreed) * 4, done).ending == "afspraak"


def test_a_parent_warns_before_walking_out() -> None:
    hot = standing(**TENSE | {"spanning": 0.97})
    warned = react(ANGRY, past(hot) * 3, turn("verwijt"))
    assert warned.ending is None and "wil_weg" in warned.acts
    gone = react(ANGRY, [*past(hot) * 3, Exchange(turn("verwijt"), warned)], turn("oordeel"))
    assert gone.ending == "weggelopen"


def test_time_is_up_after_forty_turns() -> None:
    before = standing(**CALM)
    assert react(ANGRY, past(before) * 38, turn("open")).ending is None
    assert react(ANGRY, past(before) * 39, turn("open")).ending == "tijd"


def is_spoken(key: str) -> bool:
    return key.split(".")[1] not in ("thoughts", "cues")


def line_of(setup: Setup, key: str) -> str:
    """Find the line that a key stands for."""
    owner, *way, place = key.split(".")
    players = cast(setup)
    node: object = {players.person.id: players.person, players.case.id: players.case}.get(
        owner, players.world.reserve
    )
    for name in way:
        if isinstance(node, tuple):
            node = node[int(name)] if name.isdigit() else next(item for item in node if item.id == name)
        else:
            node = node[name] if isinstance(node, dict) else getattr(node, name)
    lines = (
        node
        if isinstance(node, tuple)
        else next(getattr(node, n) for n in ("lines", "elk") if hasattr(node, n))
    )
    line = lines[int(place)]
    return line if isinstance(line, str) else line.lines[int(place)]


def test_never_two_questions_of_different_parts() -> None:
    for case_id in case_ids():
        for seed in range(6):
            setup = replace(ANGRY, case=case_id, seed=seed)
            for item in play(
                setup, [turn("open doorvragen"), turn("waardering"), turn("hoe thuissituatie")] * 3
            ):
                assert item.reply
                spoken = [line_of(setup, key) for key in item.reply.used if is_spoken(key)]
                assert sum("?" in line for line in spoken) <= 1, item.reply.text


def test_own_moves_fit_the_tension_and_wait_before_they_return() -> None:
    moves = world().moves["boos"]
    history = play(replace(ANGRY, difficulty="moeilijk"), [turn("kader", f"Zin {n}") for n in range(20)])
    made = [
        (place, item.reply.probe) for place, item in enumerate(history) if item.reply and item.reply.probe
    ]
    assert len(made) >= 5
    for place, probe in made:
        earlier = [at for at, other in made if other == probe and at < place]
        assert all(place - at > 8 for at in earlier)
        if probe in moves:
            assert moves[probe].tension


def test_nobody_shouts_or_threatens_right_after_a_kind_word() -> None:
    loud = {"grens_over", "dreigt", "wil_weg"}
    acts = {label: set[str]() for label in ("excuses", "kader")}
    for label, found in acts.items():
        for seed in range(60):
            found |= set(said_to(turn(label), standing(**TENSE), replace(ANGRY, seed=seed)).acts)
    assert not acts["excuses"] & loud
    assert acts["kader"] & loud


def test_the_parent_comes_back_on_a_promise_in_the_trainees_words() -> None:
    promise = turn("belofte", "Ik zorg dat het morgen helemaal is opgelost.")
    spoken = [
        item.reply.text
        for seed in range(8)
        for item in play(
            replace(ANGRY, seed=seed), [promise, *[turn("open", f"Vraag {n}") for n in range(9)]]
        )
        if item.reply and item.reply.probe == "herinnert_belofte"
    ]
    assert any("Ik zorg dat het morgen helemaal is opgelost" in text for text in spoken)


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("ik bel u morgen.", "ik bel u morgen"),
        ("een twee drie vier vijf zes zeven acht negen", "een twee drie vier vijf zes zeven acht…"),
        ("'dat {kind} lui is'", "dat kind lui is"),
    ],
)
def test_quotes_are_short_and_clean(said: str, quoted: str) -> None:
    assert quote(said) == quoted


def test_the_same_question_again_is_noticed() -> None:
    asked = turn("hoe thuissituatie", "Hoe gaat het thuis met hem?")
    again = replace(asked, text="hoe gaat het thuis met hem")
    reply = react(ANGRY, past(standing(**CALM), asked), again)
    assert "moves.zelfde_vraag" in kinds(reply)


def test_an_angry_type_sounds_angry_and_a_dependent_one_sad() -> None:
    dependent = replace(ANGRY, type="afhankelijk", person=person_ids("afhankelijk")[0])
    assert "boos" in said_to(turn("verwijt"), standing(**TENSE)).acts
    acts = react(dependent, past(standing(dependent, **TENSE)), turn("verwijt")).acts
    assert "verdriet" in acts and "boos" not in acts


def test_thoughts_follow_what_changed_most() -> None:
    blamed = said_to(turn("verwijt"), standing(**CALM))
    heard = said_to(
        turn("emotie_erkennen doorvragen"),
        replace(standing(**CALM), beliefs=open_conversation(ANGRY).beliefs),
    )
    assert "beschuldigd_op" in " ".join(blamed.used)
    assert "gehoord_op" in " ".join(heard.used)
    assert blamed.thought and heard.thought


def test_grandparents_speak_of_a_grandchild() -> None:
    players = cast(ANGRY)
    gran = replace(players, person=players.person.copy(update={"relation": "oma"}))
    assert slot_words(players)["mijn_kind"] == "mijn zoon"
    assert slot_words(players)["andere_ouder"] == "zijn vader"
    assert slot_words(gran)["Mijn_kind"] == "Mijn kleinzoon"
    assert slot_words(gran)["andere_ouder"] == "zijn moeder"
