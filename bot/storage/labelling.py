"""Conversations to label together, and the labels people gave."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.group.pasted import LabelTurn
from bot.storage.database import Database
from bot.storage.tables import Tables

_TABLES = """
CREATE TABLE IF NOT EXISTS labellings (
  code TEXT PRIMARY KEY, browser TEXT NOT NULL, created TEXT NOT NULL, title TEXT NOT NULL,
  people INTEGER NOT NULL, turns TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS raters (
  code TEXT NOT NULL REFERENCES labellings (code) ON DELETE CASCADE, place INTEGER NOT NULL,
  same TEXT NOT NULL, nickname TEXT NOT NULL, browser TEXT NOT NULL, labels TEXT NOT NULL,
  done INTEGER NOT NULL, PRIMARY KEY (code, place), UNIQUE (code, same), UNIQUE (code, browser));
"""

Labels = tuple[tuple[str, ...] | None, ...]
"""Turn by turn; None is a turn not looked at yet."""


@dataclass(frozen=True)
class Labelling:
    """A conversation that `people` (1 or 2) people label, put up by a browser."""

    code: str
    browser: str
    created: str
    title: str
    people: int
    turns: tuple[LabelTurn, ...]


@dataclass(frozen=True)
class Rater:
    """Somebody who labels; `done` is final, and from then on nothing changes."""

    code: str
    nickname: str
    browser: str
    labels: Labels
    done: bool = False


class LabellingStore(Tables):
    """Conversations to label and their raters; every call is one transaction."""

    def __init__(self, database: Database) -> None:
        """Make the tables when they are not there yet."""
        super().__init__(database, _TABLES)

    def add(self, made: Labelling) -> None:
        """Keep a conversation to label; raise TakenError when the code is taken."""
        turns = json.dumps([[turn.parent, turn.text] for turn in made.turns])
        values = (made.code, made.browser, made.created, made.title, made.people, turns)
        self._add("INSERT INTO labellings VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values)

    def labelling(self, code: str) -> Labelling | None:
        """Give a conversation to label, None when there is none of that code."""
        found = self._rows(
            "SELECT code, browser, created, title, people, turns FROM labellings WHERE code = ?", code
        )
        if not found:
            return None
        return _labelling(*found[0])

    def count(self, browser: str) -> int:
        """Give how many conversations a browser put up."""
        return int(self._rows("SELECT count(*) FROM labellings WHERE browser = ?", browser)[0][0])

    def dates(self) -> list[tuple[str, str]]:
        """Give the code and date of every conversation, to remove what is over."""
        return [(code, created) for code, created in self._rows("SELECT code, created FROM labellings")]

    def remove(self, code: str) -> None:
        """Remove a conversation with all labels given to it."""
        self._do("DELETE FROM labellings WHERE code = ?", code)

    def add_rater(self, rater: Rater, same: str, place: int) -> None:
        """Keep a new rater; raise TakenError when the nickname, the browser or the place is taken."""
        values = (rater.code, place, same, rater.nickname, rater.browser, json.dumps(rater.labels), 0)
        self._add("INSERT INTO raters VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values)

    def raters(self, code: str) -> list[Rater]:
        """Give the raters in the order they came."""
        found = self._rows(
            "SELECT code, nickname, browser, labels, done FROM raters WHERE code = ? ORDER BY place", code
        )
        return [_rater(*row) for row in found]

    def label(self, code: str, browser: str, turn: int, labels: tuple[str, ...]) -> bool:
        """Keep the labels for a turn (from 0); give whether that could be, for who is done changes nothing."""
        with self._database.open() as db:
            place = (code, browser)
            found = db.execute(
                "SELECT labels FROM raters WHERE code = ? AND browser = ? AND done = 0", place
            ).fetchone()
            if found is None:
                return False
            given = json.loads(found[0])
            given[turn] = labels
            changed = (json.dumps(given), *place)
            db.execute("UPDATE raters SET labels = ? WHERE code = ? AND browser = ? AND done = 0", changed)
        return True

    def finish(self, code: str, browser: str) -> None:
        """Make what a rater gave final."""
        self._do("UPDATE raters SET done = 1 WHERE code = ? AND browser = ?", code, browser)


def _labelling(code: str, browser: str, created: str, title: str, people: int, turns: str) -> Labelling:
    pairs = tuple(LabelTurn(*pair) for pair in json.loads(turns))
    return Labelling(code, browser, created, title, people, pairs)


def _rater(code: str, nickname: str, browser: str, labels: str, done: int) -> Rater:
    given = tuple(None if one is None else tuple(one) for one in json.loads(labels))
    return Rater(code, nickname, browser, given, bool(done))
