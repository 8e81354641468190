"""Group exercises: a trainer makes one, colleagues join, the trainer looks on. Knows no HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.channel.cards import person_card
from bot.channel.careful import CarefulTurns
from bot.channel.desk import given, under_new_code
from bot.channel.exercises import Exercises
from bot.channel.faults import Fault, WrongChoice
from bot.channel.guesses import Guesses
from bot.channel.standings import Standings
from bot.channel.views import exercise_view
from bot.choice import ChoiceError
from bot.clock import dated, now
from bot.content.library import load_case, load_forms, load_guidelines, load_person
from bot.debrief.wording import source_line
from bot.group import words
from bot.group.codes import digest, is_secret, new_secret, read_code, shown_code
from bot.group.errors import GroupError
from bot.group.model import MAX_GROUPS, MAX_MEMBERS, Group, Member, Standing, read_exercise
from bot.group.texts import group_texts
from bot.storage.groups import GroupStore
from bot.storage.tables import TakenError


class Groups:
    """Serves trainers and trainees; `place` is where a request comes from, for the brake on guessing."""

    def __init__(self, store: GroupStore, exercises: Exercises, guesses: Guesses) -> None:
        """Keep where groups are, and the exercises their members do."""
        self._store, self._exercises, self._guesses = store, exercises, guesses
        self._careful = CarefulTurns(exercises)
        self._standings = Standings(exercises)

    def make(self, browser: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Make a group exercise; give its code and the trainer's secret, which is told only now."""
        try:
            exercise = read_exercise(body)
        except (GroupError, ChoiceError) as error:
            raise WrongChoice(str(error)) from None
        if self._store.count(browser) >= MAX_GROUPS:
            raise Fault(409, "te_veel_groepen", grens=MAX_GROUPS)
        secret = new_secret()
        made = dated(now())
        code = under_new_code(
            lambda code: self._store.add(Group(code, digest(secret), browser, made, exercise))
        )
        return {"code": shown_code(code), "geheim": secret}

    def look(self, browser: str, code: str, place: str) -> dict[str, Any]:
        """Give what a trainee reads before starting: the exercise, and what the trainer will see."""
        group = self._group(code, place)
        mine = [member for member in self._store.members(group.code) if member.browser == browser]
        return {**_invitation(group), "meegedaan": [_mine(member) for member in mine]}

    async def join(self, browser: str, code: str, body: Mapping[str, Any], place: str) -> dict[str, Any]:
        """Begin the exercise for a nickname; the same browser and nickname again gives the same exercise."""
        group = self._group(code, place)
        name = given(words.nickname, body.get("bijnaam"))
        same, members = words.same_name(name), self._store.members(group.code)
        known = next((one for one in members if words.same_name(one.nickname) == same), None)
        if known and known.browser == browser and known.exercise:
            return exercise_view(known.exercise, await self._exercises.record(browser, known.exercise))
        if known is None or known.browser != browser:
            self._admit(group, browser, name, body, len(members))
        return await self._begun(group, browser, same, body)

    def _admit(self, group: Group, browser: str, name: str, body: Mapping[str, Any], count: int) -> None:
        if body.get("akkoord") is not True:
            raise Fault(422, "geen_akkoord")
        if count >= MAX_MEMBERS:
            raise Fault(409, "groep_vol", grens=MAX_MEMBERS)
        version, whole = group_texts().consent.version, body.get("heel_gesprek") is True
        member = Member(group.code, name, browser, "", dated(now()), version, whole)
        try:
            self._store.add_member(member, words.same_name(name))
        except TakenError:
            raise Fault(409, "bijnaam_bezet", naam=name) from None

    async def _begun(self, group: Group, browser: str, same: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Begin with the group's settings, whatever else is asked; a failure leaves no member behind."""
        own = {key: body[key] for key in ("plan", "gegevens") if key in body}
        try:
            made = await self._careful.begin(browser, {**own, **group.exercise.choice})
            self._store.begun(group.code, same, made["id"])
        except BaseException:
            self._store.remove_member(group.code, same)
            raise
        return made

    def leave(self, browser: str, code: str, body: Mapping[str, Any], place: str) -> dict[str, Any]:
        """Take consent back: the trainer sees nothing more; the exercise stays in the own list."""
        group, same = self._group(code, place), words.same_name(given(words.nickname, body.get("bijnaam")))
        for member in self._store.members(group.code):
            if member.browser == browser and words.same_name(member.nickname) == same:
                self._store.remove_member(group.code, same)
        return {}

    async def standing(self, code: str, secret: str, place: str) -> Standing:
        """Give how the group is doing, to the holder of the trainer's secret only."""
        group = self._trained(code, secret, place)
        return await self._standings.of(group, self._store.members(group.code))

    def renew(self, code: str, secret: str, place: str) -> dict[str, Any]:
        """Give a new trainer's secret; the old one opens nothing any more."""
        group, fresh = self._trained(code, secret, place), new_secret()
        self._store.renew(group.code, digest(fresh))
        return {"code": shown_code(group.code), "geheim": fresh}

    def clear(self, code: str, secret: str, place: str) -> dict[str, Any]:
        """Take everybody out of the group, for another round with the same code."""
        self._store.remove_members(self._trained(code, secret, place).code)
        return {}

    def remove(self, code: str, secret: str, place: str) -> dict[str, Any]:
        """Remove the group; the exercises stay with those who did them."""
        self._store.remove(self._trained(code, secret, place).code)
        return {}

    def _trained(self, code: str, secret: str, place: str) -> Group:
        """Give the group a trainer's secret opens; raise Fault 404 for a wrong one, 429 after many."""
        self._guesses.check(place)
        group = self._find(code)
        if group is None or not is_secret(secret, group.secret):
            self._guesses.wrong(place)
            raise Fault(404, "trainer_onbekend")
        return group

    def _group(self, code: str, place: str) -> Group:
        self._guesses.check(place)
        group = self._find(code)
        if group is None:
            self._guesses.wrong(place)
            raise Fault(404, "groep_onbekend")
        return group

    def _find(self, code: str) -> Group | None:
        plain = read_code(code)
        return self._store.group(plain) if plain else None


def _invitation(group: Group) -> dict[str, Any]:
    choice, consent = group.exercise.choice, group_texts().consent
    case, person = load_case(choice["casus"]), load_person(choice["persoon"])
    if case is None or person is None:
        raise Fault(409, "casus_weg")
    titles = {g.id: {"titel": g.title, "bron": source_line(g.sources[:1])} for g in load_guidelines()}
    return {
        "code": shown_code(group.code),
        "titel": group.exercise.title,
        "inleiding": group.exercise.introduction,
        "keuze": dict(choice),
        "gespreksvorm": load_forms()[choice["gespreksvorm"]].name,
        "casus": case.title,
        "ouder": person_card(person),
        "richtlijnen": [titles[id_] for id_ in group.exercise.focus if id_ in titles],
        "toestemming": {
            "ziet": list(consent.sees),
            "ziet_niet": list(consent.not_sees),
            "let_op": consent.careful,
            "heel_gesprek": consent.whole,
        },
    }


def _mine(member: Member) -> dict[str, Any]:
    return {"bijnaam": member.nickname, "oefening": member.exercise, "heel_gesprek": member.whole}
