"""Group exercises and who takes part. The exercises themselves are in store.py, in the same database."""

from __future__ import annotations

import json

from bot.group.model import Group, GroupExercise, Member
from bot.storage.database import Database
from bot.storage.tables import Tables

_TABLES = """
CREATE TABLE IF NOT EXISTS training_groups (
  code TEXT PRIMARY KEY, secret TEXT NOT NULL, browser TEXT NOT NULL, created TEXT NOT NULL,
  exercise TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS members (
  code TEXT NOT NULL REFERENCES training_groups (code) ON DELETE CASCADE,
  same TEXT NOT NULL, nickname TEXT NOT NULL, browser TEXT NOT NULL,
  exercise TEXT REFERENCES exercises (id) ON DELETE CASCADE,
  agreed TEXT NOT NULL, consent INTEGER NOT NULL, whole INTEGER NOT NULL, PRIMARY KEY (code, same));
CREATE INDEX IF NOT EXISTS members_by_exercise ON members (exercise);
"""
"""`same` is the nickname as people compare it. A member goes with the exercise: who removes it, leaves."""


class GroupStore(Tables):
    """Groups and members; make a `Store` on the same database first. Every call is one transaction."""

    def __init__(self, database: Database) -> None:
        """Make the tables when they are not there yet."""
        super().__init__(database, _TABLES)

    def add(self, group: Group) -> None:
        """Keep a new group; raise TakenError when the code is taken."""
        exercise = group.exercise
        kept = {
            "titel": exercise.title,
            "inleiding": exercise.introduction,
            "keuze": dict(exercise.choice),
            "richtlijnen": list(exercise.focus),
        }
        values = (group.code, group.secret, group.browser, group.created, json.dumps(kept))
        self._add("INSERT INTO training_groups VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values)

    def group(self, code: str) -> Group | None:
        """Give a group, None when there is none of that code."""
        found = self._rows(
            "SELECT code, secret, browser, created, exercise FROM training_groups WHERE code = ?", code
        )
        return _group(*found[0]) if found else None

    def count(self, browser: str) -> int:
        """Give how many groups a browser made."""
        return int(self._rows("SELECT count(*) FROM training_groups WHERE browser = ?", browser)[0][0])

    def renew(self, code: str, secret: str) -> None:
        """Keep another digest for the trainer's link; the old link is dead."""
        self._do("UPDATE training_groups SET secret = ? WHERE code = ?", secret, code)

    def remove(self, code: str) -> None:
        """Remove a group with all its members; their exercises stay theirs."""
        self._do("DELETE FROM training_groups WHERE code = ?", code)

    def dates(self) -> list[tuple[str, str]]:
        """Give the code and date of every group, to remove what is over."""
        return [(code, created) for code, created in self._rows("SELECT code, created FROM training_groups")]

    def add_member(self, member: Member, same: str) -> None:
        """Keep a new member without exercise yet; raise TakenError when the nickname is taken."""
        who = (member.code, same, member.nickname, member.browser)
        values = (*who, None, member.agreed, member.consent, int(member.whole))
        self._add("INSERT INTO members VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values)

    def begun(self, code: str, same: str, exercise: str) -> None:
        """Keep which exercise a member began."""
        self._do("UPDATE members SET exercise = ? WHERE code = ? AND same = ?", exercise, code, same)

    def members(self, code: str) -> list[Member]:
        """Give the members of a group by nickname, which says nothing of when they came."""
        found = self._rows(
            "SELECT code, nickname, browser, exercise, agreed, consent, whole FROM members"
            " WHERE code = ? ORDER BY same",
            code,
        )
        return [_member(*row) for row in found]

    def remove_member(self, code: str, same: str) -> None:
        """Take somebody out of a group; the exercise stays."""
        self._do("DELETE FROM members WHERE code = ? AND same = ?", code, same)

    def remove_members(self, code: str) -> None:
        """Take everybody out of a group, for another round; the exercises stay."""
        self._do("DELETE FROM members WHERE code = ?", code)


def _group(code: str, secret: str, browser: str, created: str, exercise: str) -> Group:
    kept = json.loads(exercise)
    made = GroupExercise(kept["titel"], kept["inleiding"], kept["keuze"], tuple(kept["richtlijnen"]))
    return Group(code, secret, browser, created, made)


def _member(
    code: str, nickname: str, browser: str, exercise: str | None, agreed: str, consent: int, whole: int
) -> Member:
    return Member(code, nickname, browser, exercise or "", agreed, consent, bool(whole))
