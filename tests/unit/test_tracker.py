"""The record of an exercise, read back from events."""

from __future__ import annotations

import asyncio

from fakes import FakeRasa

from bot.tracker import applied, escape, record_from_events, rewinds, unescape

START = '/start{"gespreksvorm":"extra_gesprek","oudertype":"boos","casus":"sem_maandagmoe","zaad":3}'


def play(*lines: str) -> FakeRasa:
    """Play lines in one conversation; those with a slash are commands."""
    rasa = FakeRasa()

    async def all_lines() -> None:
        for line in lines:
            await (rasa.command("a", line) if line.startswith("/") else rasa.say("a", line))

    asyncio.run(all_lines())
    return rasa


def test_nothing_was_started() -> None:
    assert record_from_events([]) is None
    assert record_from_events([{"event": "user", "text": "hallo"}]) is None


def test_each_turn_knows_what_it_answers() -> None:
    record = record_from_events(play(START, "Wat is er gebeurd?", "Dat spijt me.").stored["a"])
    assert record is not None
    first, second = record.exchanges
    assert first.before == record.opening.text
    assert first.reply is not None and second.before == first.reply.text
    assert second.before_acts == first.reply.acts
    assert second.turn.zetten == ("excuses",)
    assert record.setup.seed == 3


def test_a_turn_taken_back_is_kept_apart() -> None:
    rasa = play(START, "Dat spijt me.", "Dat is uw schuld.", "/terug", "Wat verwacht u?")
    record = record_from_events(rasa.stored["a"])
    assert record is not None
    exercise = record.exercise()
    assert [e.turn.text for e in exercise.exchanges] == ["Dat spijt me.", "Wat verwacht u?"]
    assert [e.turn.text for e in exercise.reverted] == ["Dat is uw schuld."]
    assert exercise.reverted[0].before == exercise.exchanges[1].before


def test_taking_back_gives_the_same_answer_again() -> None:
    once = record_from_events(play(START, "Dat spijt me.").stored["a"])
    twice = record_from_events(play(START, "Dat spijt me.", "/terug", "Dat spijt me.").stored["a"])
    assert once is not None and twice is not None
    assert once.exchanges == twice.exchanges


def test_taking_back_skips_commands_after_the_turn() -> None:
    rasa = play(START, "Dat spijt me.", "/hint", "/stop", "/terug")
    record = record_from_events(rasa.stored["a"])
    assert record is not None
    assert record.exchanges == () and record.ending is None and record.hints == ()


def test_rewinds_counts_user_messages_from_the_turn_on() -> None:
    events = play(START, "Dat spijt me.", "/hint").stored["a"]
    assert rewinds(events) == 2
    assert rewinds(play(START).stored["a"]) == 0
    assert rewinds([]) == 0


def test_an_unanswered_turn_does_not_count() -> None:
    rasa = play(START)
    rasa.dead = True
    asyncio.run(rasa.say("a", "Dat spijt me."))
    rasa.dead = False
    asyncio.run(rasa.say("a", "Dat spijt me echt."))
    record = record_from_events(rasa.stored["a"])
    assert record is not None
    assert [e.turn.text for e in record.exchanges] == ["Dat spijt me echt."]


def test_a_new_start_begins_an_empty_record() -> None:
    record = record_from_events(play(START, "Dat spijt me.", START.replace("3}", "4}")).stored["a"])
    assert record is not None
    assert record.setup.seed == 4 and record.exchanges == () and record.reverted == ()


def test_no_record_while_a_new_exercise_is_being_chosen() -> None:
    assert record_from_events(play(START, "Dat spijt me.", "/start").stored["a"]) is None


def test_a_restart_forgets_all() -> None:
    events = [*play(START).stored["a"], {"event": "restart"}]
    assert applied(events) == []


def test_a_slash_survives_the_way_through_rasa() -> None:
    assert not escape("/stop").startswith("/")
    assert unescape(escape("/stop")) == "/stop"
    assert escape("gewoon") == "gewoon"
    record = record_from_events(play(START, "Gewoon /stop typen?").stored["a"])
    assert record is not None and record.exchanges[0].turn.text == "Gewoon /stop typen?"
