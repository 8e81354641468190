"""Labelling a conversation together: put it up, label it blind, and only then see how far people agree."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.analysis.turn import Context
from bot.channel.desk import given, under_new_code
from bot.channel.faults import Fault
from bot.channel.guesses import Guesses
from bot.clock import dated, now
from bot.content.label import load_labels
from bot.corrections import as_lines
from bot.group import words
from bot.group.agreement import ANALYSIS, Labelled, disagreements, labelled_turns, pairs, read_labels
from bot.group.codes import read_code, shown_code
from bot.group.pasted import LabelTurn, Pasted
from bot.play import Analyzer
from bot.storage.labelling import Labelling, LabellingStore, Rater
from bot.storage.tables import TakenError

MAX_LABELLINGS = 50


class Labellings:
    """Serves who puts up a conversation and who labels it; what others gave stays hidden until all are done."""

    def __init__(self, store: LabellingStore, guesses: Guesses, analyzer: Callable[[], Analyzer]) -> None:
        """Keep where labels are; `analyzer` gives the analysis, asked for only when it is needed."""
        self._store, self._guesses, self._analyzer = store, guesses, analyzer

    def make(self, browser: str, body: Mapping[str, Any], pasted: Pasted) -> dict[str, Any]:
        """Put up a conversation for one or two people."""
        people = body.get("mensen")
        if isinstance(people, bool) or people not in (1, 2):
            raise Fault(422, "label_mensen")
        if self._store.count(browser) >= MAX_LABELLINGS:
            raise Fault(409, "te_veel_labelgesprekken", grens=MAX_LABELLINGS)
        rest = (browser, dated(now()), given(words.title, body.get("titel")), people, pasted.turns)
        code = under_new_code(lambda code: self._store.add(Labelling(code, *rest)))
        return {"code": shown_code(code), "beurten": len(pasted.turns), "onduidelijk": list(pasted.unclear)}

    def look(self, browser: str, code: str, place: str) -> dict[str, Any]:
        """Give the conversation to who labels it, with only the own labels; and who is done."""
        found = self._found(code, place)
        raters = self._store.raters(found.code)
        mine = next((rater for rater in raters if rater.browser == browser), None)
        return {
            "code": shown_code(found.code),
            "titel": found.title,
            "mensen": found.people,
            "eigenaar": found.browser == browser,
            "aantal_beurten": len(found.turns),
            "labelaars": [{"bijnaam": one.nickname, "klaar": one.done} for one in raters],
            "uitkomst": _all_done(found, raters),
            "ik": {"bijnaam": mine.nickname, "klaar": mine.done, "labels": mine.labels} if mine else None,
            "beurten": [asdict(turn) for turn in found.turns] if mine else [],
            "labels": label_cards() if mine else [],
        }

    def join(self, browser: str, code: str, body: Mapping[str, Any], place: str) -> dict[str, Any]:
        """Take a place among those who label."""
        found = self._found(code, place)
        name, raters = given(words.nickname, body.get("bijnaam")), self._store.raters(found.code)
        if any(rater.browser == browser for rater in raters):
            return self.look(browser, code, place)
        if len(raters) >= found.people:
            raise Fault(409, "label_vol")
        same = words.same_name(name)
        if any(words.same_name(rater.nickname) == same for rater in raters):
            raise Fault(409, "bijnaam_bezet", naam=name)
        rater = Rater(found.code, name, browser, (None,) * len(found.turns))
        try:
            self._store.add_rater(rater, same, len(raters))
        except TakenError:  # somebody was just before
            raise Fault(409, "label_net_bezet") from None
        return self.look(browser, code, place)

    def label(
        self, browser: str, code: str, turn: int, body: Mapping[str, Any], place: str
    ) -> dict[str, Any]:
        """Keep the labels for a turn (from 1); an empty list is an answer too."""
        found = self._found(code, place)
        self._rater(found, browser)
        if not 1 <= turn <= len(found.turns):
            raise Fault(422, "geen_beurt", beurten=len(found.turns))
        labels = given(read_labels, body.get("labels"))
        if not self._store.label(found.code, browser, turn - 1, labels):
            raise Fault(409, "label_al_klaar")
        return {"labels": list(labels)}

    def finish(self, browser: str, code: str, place: str) -> dict[str, Any]:
        """Make the own labels final; every turn must have been looked at."""
        found = self._found(code, place)
        rater = self._rater(found, browser)
        open_ = [place + 1 for place, labels in enumerate(rater.labels) if labels is None]
        if open_:
            raise Fault(409, "label_nog_open", aantal=len(open_), eerste=open_[0])
        self._store.finish(found.code, browser)
        return self.look(browser, code, place)

    async def outcome(self, browser: str, code: str, place: str) -> dict[str, Any]:
        """Give the agreement and where people differ, once all are done, to who took part or put it up."""
        found, raters = self._done(browser, code, place)
        people = {rater.nickname: _given(rater) for rater in raters}
        every = {**people, ANALYSIS: await asyncio.to_thread(self._analysed, found.turns)}
        return {
            "titel": found.title,
            "labelaars": list(people),
            "beurten": [asdict(turn) for turn in found.turns],
            "paren": [asdict(pair) for pair in pairs(every)],
            "verschillen": [asdict(one) for one in disagreements(every)],
        }

    def export(self, browser: str, code: str, place: str) -> str:
        """Give the labelled turns as JSON lines that `evalueer` reads."""
        found, raters = self._done(browser, code, place)
        people = [_given(rater) for rater in raters]
        return as_lines(labelled_turns(found.turns, people, found.code.lower()))

    def remove(self, browser: str, code: str, place: str) -> dict[str, Any]:
        """Remove the conversation and all labels; only who put it up can."""
        found = self._found(code, place)
        if found.browser != browser:
            raise Fault(403, "label_niet_eigenaar")
        self._store.remove(found.code)
        return {}

    def _done(self, browser: str, code: str, place: str) -> tuple[Labelling, list[Rater]]:
        found = self._found(code, place)
        raters = self._store.raters(found.code)
        if browser != found.browser and all(rater.browser != browser for rater in raters):
            raise Fault(404, "label_onbekend")
        if not _all_done(found, raters):
            raise Fault(409, "label_wacht")
        return found, raters

    def _analysed(self, turns: Sequence[LabelTurn]) -> Labelled:
        analyzer, found = self._analyzer(), []
        for place, turn in enumerate(turns):
            earlier = tuple(one.text for one in turns[:place])
            found.append(frozenset(analyzer.analyse(turn.text, Context(turn.parent, earlier)).labels))
        return tuple(found)

    def _rater(self, found: Labelling, browser: str) -> Rater:
        for rater in self._store.raters(found.code):
            if rater.browser == browser:
                if rater.done:
                    raise Fault(409, "label_al_klaar")
                return rater
        raise Fault(404, "label_onbekend")

    def _found(self, code: str, place: str) -> Labelling:
        self._guesses.check(place)
        plain = read_code(code)
        found = self._store.labelling(plain) if plain else None
        if found is None:
            self._guesses.wrong(place)
            raise Fault(404, "label_onbekend")
        return found


def label_cards() -> list[dict[str, Any]]:
    """Give all labels with their short definition and an example, for who labels."""
    return [
        {
            "id": key,
            "naam": info.name,
            "groep": info.group,
            "uitleg": info.definition,
            "voorbeeld": info.examples[0].text,
        }
        for key, info in load_labels().items()
    ]


def _all_done(found: Labelling, raters: Sequence[Rater]) -> bool:
    return len(raters) == found.people and all(rater.done for rater in raters)


def _given(rater: Rater) -> Labelled:
    return tuple(frozenset(labels or ()) for labels in rater.labels)
