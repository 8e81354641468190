"""Group exercises through the channel's parts, with a fake Rasa: joining, looking on, and who may not."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from fakes import FakeRasa

from bot.channel.exercises import Exercises
from bot.channel.faults import Fault
from bot.channel.groups import Groups
from bot.channel.guesses import Guesses
from bot.group.export import overview
from bot.group.model import MAX_GROUPS
from bot.group.words import MAX_INTRODUCTION
from bot.storage.groups import GroupStore
from bot.storage.store import Store

CHOICE = {"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe"}
TRAINER, ME, OTHER = "t" * 43, "m" * 43, "o" * 43
HERE = "10.0.0.1"

T = TypeVar("T")


def run(job: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(job)


class School:
    """A group made by a trainer."""

    def __init__(self, folder: Path, **choice: object) -> None:
        self.rasa, self.seconds = FakeRasa(), 0.0
        store = Store(folder / "oefeningen.db")
        self.exercises = Exercises(store, self.rasa)
        self.store = GroupStore(store.database)
        self.groups = Groups(self.store, self.exercises, Guesses(clock=lambda: self.seconds))
        made = self.groups.make(TRAINER, {**CHOICE, **choice})
        self.code: str = made["code"]
        self.secret: str = made["geheim"]

    def join(self, browser: str, name: object, **more: Any) -> dict[str, Any]:
        body = {"bijnaam": name, "akkoord": True, **more}
        return run(self.groups.join(browser, self.code, body, HERE))

    def talk(self, browser: str, name: str, *turns: str) -> str:
        made = self.join(browser, name)
        for number, text in enumerate(turns, 1):
            run(self.exercises.say(browser, made["id"], {"nummer": number, "tekst": text}))
        run(self.exercises.stop(browser, made["id"]))
        return str(made["id"])

    def seen(self, secret: str | None = None, place: str = HERE) -> dict[str, Any]:
        return overview(run(self.groups.standing(self.code, secret or self.secret, place)))


def fault(job: Any) -> Fault:
    with pytest.raises(Fault) as caught:
        run(job) if asyncio.iscoroutine(job) else job()
    assert str(caught.value) and "\n" not in str(caught.value) and len(str(caught.value)) < 250
    return caught.value


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path, titel="Team", inleiding="Hoi.", richtlijnen=["boosheid_erkennen"])


def test_a_trainee_reads_what_the_trainer_sees_before_starting(school: School) -> None:
    found = school.groups.look(ME, school.code, HERE)
    assert found["titel"] == "Team" and found["inleiding"] == "Hoi." and found["meegedaan"] == []
    assert found["toestemming"]["ziet"] and found["toestemming"]["ziet_niet"]
    assert [item["titel"] for item in found["richtlijnen"]] == [
        "Neem boosheid serieus en benoem wat je ziet."
    ]
    assert school.secret not in str(found)


def test_without_consent_nothing_begins(school: School) -> None:
    for given in (False, None, "ja", 1):
        body = {"bijnaam": "Anna", "akkoord": given}
        assert fault(school.groups.join(ME, school.code, body, HERE)).status == 422
    assert school.store.members(school.code.replace("-", "")) == [] and school.rasa.stored == {}


def test_everybody_gets_the_trainers_settings_whatever_they_ask(school: School) -> None:
    one = school.join(ME, "Anna", oudertype="betrokken", zaad=9, niveau="makkelijk", plan="Mijn plan.")
    two = school.join(OTHER, "Bo")
    assert one["keuze"]["oudertype"] == "boos" and one["keuze"]["plan"] == "Mijn plan."
    assert one["opening"] == two["opening"] and one["keuze"]["zaad"] == two["keuze"]["zaad"]


def test_the_same_browser_and_name_goes_on_where_it_was(school: School) -> None:
    first = school.join(ME, "Anna")
    assert school.join(ME, " anna ")["id"] == first["id"]
    assert school.groups.look(ME, school.code, HERE)["meegedaan"][0]["oefening"] == first["id"]
    assert school.groups.look(OTHER, school.code, HERE)["meegedaan"] == []


def test_the_second_with_a_nickname_gets_a_friendly_line(school: School) -> None:
    school.join(ME, "Anna")
    for name in ("Anna", "ANNA", " a n n a", "Ａnna", "An\u200bna"):
        found = fault(school.groups.join(OTHER, school.code, {"bijnaam": name, "akkoord": True}, HERE))
        assert found.status == 409 and "bijnaam" in str(found)
    assert school.join(OTHER, "Anna 2")["id"]


def test_two_with_one_nickname_at_the_same_moment(school: School) -> None:
    school.rasa.delay = 0.02

    async def both() -> list[Any]:
        body = {"bijnaam": "Anna", "akkoord": True}
        jobs = [school.groups.join(who, school.code, body, HERE) for who in (ME, OTHER)]
        return await asyncio.gather(*jobs, return_exceptions=True)

    found = run(both())
    assert sorted(type(one).__name__ for one in found) == ["Fault", "dict"]
    assert len(school.store.members(school.code.replace("-", ""))) == 1


@pytest.mark.parametrize(
    "name",
    ["<img src=x onerror=alert(1)>"[:30], "🐸🐻", "\u202eannA", "سارة", "=1+1", "'; DROP TABLE members"],
)
def test_a_hostile_nickname_is_just_a_name(school: School, name: str) -> None:
    school.join(ME, name)
    assert len(school.seen()["deelnemers"]) == 1
    assert "\u202e" not in school.seen()["deelnemers"][0]["nickname"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 10_000, None, 7, "\u202e\u202e"])
def test_a_nickname_that_cannot_be_gets_one_line(school: School, name: object) -> None:
    assert fault(school.groups.join(ME, school.code, {"bijnaam": name, "akkoord": True}, HERE)).status == 422


def test_a_hostile_introduction_is_kept_as_text(tmp_path: Path) -> None:
    text = "<script>alert(1)</script>\u202e🙂"
    school = School(tmp_path, inleiding=text)
    assert school.groups.look(ME, school.code, HERE)["inleiding"] == "<script>alert(1)</script>🙂"
    too_long = {**CHOICE, "inleiding": "x" * (MAX_INTRODUCTION + 1)}
    assert fault(lambda: school.groups.make(TRAINER, too_long)).status == 422


def test_a_failing_start_leaves_no_member(school: School) -> None:
    school.rasa.dead = True
    body = {"bijnaam": "Anna", "akkoord": True}
    assert fault(school.groups.join(ME, school.code, body, HERE)).status == 503
    school.rasa.dead = False
    assert school.join(OTHER, "Anna")["id"]


def test_names_are_seen_at_once_but_words_and_figures_only_from_three(school: School) -> None:
    school.talk(ME, "Anna", "Dat spijt me.")
    school.talk(OTHER, "Bo", "Dag.")
    school.join("p" * 43, "Cem")
    seen = school.seen()
    stand = [(one["nickname"], one["turns"], one["finished"]) for one in seen["deelnemers"]]
    assert stand == [("Anna", 1, True), ("Bo", 1, True), ("Cem", 0, False)]
    assert (seen["genoeg"], seen["spreiding"], seen["richtlijnen"], seen["momenten"]) == (False, [], [], [])
    school.talk("q" * 43, "Dina", "Goed.")
    seen = school.seen()
    assert seen["genoeg"] and seen["momenten"] and seen["spreiding"]
    assert "Anna" not in str({key: value for key, value in seen.items() if key != "deelnemers"})


def test_who_removes_the_exercise_or_stops_sharing_is_gone(school: School) -> None:
    name = school.talk(ME, "Anna", "Dag.")
    other = school.talk(OTHER, "Bo", "Dag.")
    run(school.exercises.remove(ME, name))
    assert [one["nickname"] for one in school.seen()["deelnemers"]] == ["Bo"]
    school.groups.leave(ME, school.code, {"bijnaam": "Bo"}, HERE)
    assert len(school.seen()["deelnemers"]) == 1, "another browser cannot take Bo out"
    school.groups.leave(OTHER, school.code, {"bijnaam": "bo"}, HERE)
    assert school.seen()["deelnemers"] == []
    assert run(school.exercises.record(OTHER, other))


def test_a_debrief_is_counted_anew_after_a_turn_was_taken_back(school: School) -> None:
    names = [school.talk(c * 43, c, "Dag.") for c in "xyz"]
    before = school.seen()["momenten"][0]["fragments"]
    run(school.exercises.take_back("x" * 43, names[0], {"nummer": 1}))
    assert school.seen()["klaar"] == 2
    run(school.exercises.say("x" * 43, names[0], {"nummer": 1, "tekst": "Dat spijt me."}))
    run(school.exercises.stop("x" * 43, names[0]))
    after = school.seen()["momenten"][0]["fragments"]
    assert {one["said"] for one in before} == {"Dag."} != {one["said"] for one in after}


def test_the_trainers_view_needs_the_secret(school: School) -> None:
    school.join(ME, "Anna")
    for wrong in ("", school.code, school.secret[:-1], "x" * 32):
        found = fault(school.groups.standing(school.code, wrong, HERE))
        assert found.status == 404
    for act in (school.groups.renew, school.groups.clear, school.groups.remove):
        assert fault(lambda act=act: act(school.code, "x" * 32, HERE)).status == 404
    assert len(school.seen()["deelnemers"]) == 1


def test_a_renewed_link_kills_the_old_one(school: School) -> None:
    old = school.secret
    fresh = school.groups.renew(school.code, old, HERE)["geheim"]
    assert fault(school.groups.standing(school.code, old, HERE)).status == 404
    assert fault(lambda: school.groups.renew(school.code, old, HERE)).status == 404
    assert school.seen(fresh)["klaar"] == 0
    assert school.groups.look(ME, school.code, HERE)["titel"] == "Team"


def test_another_trainers_secret_opens_nothing_here(school: School) -> None:
    other = school.groups.make(OTHER, CHOICE)
    assert fault(school.groups.standing(school.code, other["geheim"], HERE)).status == 404


def test_a_trainee_cannot_open_anothers_exercise(school: School) -> None:
    name = school.talk(ME, "Anna", "Dag.")
    for who in (OTHER, TRAINER):
        assert fault(school.exercises.record(who, name)).status == 404
    assert name not in str(school.seen())


def test_guessing_is_stopped_also_with_the_right_code(school: School) -> None:
    tries = 0
    while tries < 100:
        found = fault(lambda: school.groups.look(ME, "AAAA-AAAA", "10.6.6.6"))
        if found.status == 429:
            break
        tries += 1
    assert tries == 20
    assert fault(lambda: school.groups.look(ME, school.code, "10.6.6.6")).status == 429
    assert fault(school.groups.standing(school.code, school.secret, "10.6.6.6")).status == 429
    assert school.groups.look(ME, school.code, HERE), "somebody elsewhere is not stopped"
    school.seconds = 15
    assert school.groups.look(ME, school.code, "10.6.6.6")


def test_guessing_from_everywhere_is_stopped_too(school: School) -> None:
    statuses = [
        fault(lambda n=n: school.groups.look(ME, "AAAA-AAAA", f"10.0.{n % 250}.9")).status for n in range(400)
    ]
    assert statuses.count(404) == 300


def test_unknown_codes_of_every_kind(school: School) -> None:
    for code in ("", "K", "x" * 5000, "../etc", "K7MP-X2QA", "\x00", "💥"):
        assert fault(lambda code=code: school.groups.look(ME, code, "a")).status == 404


def test_clearing_takes_all_out_and_removing_takes_the_group(school: School) -> None:
    name = school.talk(ME, "Anna", "Dag.")
    school.groups.clear(school.code, school.secret, HERE)
    assert school.seen()["deelnemers"] == []
    assert school.join(OTHER, "Anna")["id"] != name
    school.groups.remove(school.code, school.secret, HERE)
    assert fault(lambda: school.groups.look(ME, school.code, HERE)).status == 404
    assert run(school.exercises.record(ME, name)), "the exercise stays with who did it"


def test_one_browser_cannot_fill_the_server(school: School) -> None:
    for _ in range(MAX_GROUPS - 1):
        school.groups.make(TRAINER, CHOICE)
    assert fault(lambda: school.groups.make(TRAINER, CHOICE)).status == 409
    assert school.groups.make(OTHER, CHOICE)


def test_forty_at_once(school: School) -> None:
    school.rasa.delay = 0.01

    async def colleague(number: int) -> str:
        browser = f"{number:02d}" * 20
        body = {"bijnaam": f"Collega {number}", "akkoord": True}
        name = (await school.groups.join(browser, school.code, body, HERE))["id"]
        for turn, text in enumerate(("Dat spijt me.", f"Wat is er, {number}?"), 1):
            answer = await school.exercises.say(browser, name, {"nummer": turn, "tekst": text})
            assert answer["leraar"] == text and answer["ouder"]
        await school.exercises.stop(browser, name)
        return str(name)

    async def everybody() -> list[str]:
        return await asyncio.gather(*(colleague(number) for number in range(40)))

    names = run(everybody())
    seen = school.seen()
    assert len(set(names)) == 40 and seen["klaar"] == 40
    assert all(one["turns"] == 2 for one in seen["deelnemers"])
    first = seen["momenten"][0]
    assert len(first["fragments"]) == 40 and len({one["letter"] for one in first["fragments"]}) == 40
