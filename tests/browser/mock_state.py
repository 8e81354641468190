"""What the mock server remembers: exercises that walk through one canned conversation."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

CANNED = Path(__file__).parent / "canned"
NOT_FOUND = "Deze oefening is er niet (meer)."
Data = dict[str, Any]


class MockFault(Exception):
    """A request that gets a Dutch error line."""


def canned(name: str) -> Data:
    """Read one file of canned answers."""
    data: Data = json.loads((CANNED / f"{name}.json").read_text(encoding="utf-8"))
    return data


class Mock:
    """The API as functions; `calls` records what was asked, for the tests."""

    def __init__(self) -> None:
        """Start empty."""
        self.choices, self.cards, self.talk, self.report = map(
            canned, ("keuzes", "voorbereiding", "gesprek", "nabespreking")
        )
        self.exercises: dict[str, Data] = {}
        self.calls: list[tuple[str, str, Data]] = []

    def answer(self, method: str, parts: list[str], body: Data) -> Any:
        """Find the function for an address and run it."""
        self.calls.append((method, "/".join(parts), body))
        if parts[0] != "oefeningen":
            return self.choices if parts[0] == "keuzes" else self.prepare(body)
        if len(parts) == 1:
            return {"GET": self.mine, "POST": lambda: self.start(body), "DELETE": self.remove_all}[method]()
        if parts[1] == "export":
            return self.mine()
        exercise = self.exercises.get(parts[1])
        if exercise is None:
            raise MockFault(NOT_FOUND)
        if len(parts) == 2:
            return exercise if method == "GET" else self.exercises.pop(parts[1]) and {}
        return getattr(self, "on_" + parts[2].replace("-", "_").replace(".", "_"))(exercise, body)

    def person(self, kind: str, name: str | None) -> Data:
        """Find a person of this parent type, the first when none is asked."""
        people = next(item["personen"] for item in self.choices["ouders"] if item["type"] == kind)
        found: Data = next((item for item in people if item["id"] == name), people[0])
        return found

    def prepare(self, body: Data) -> Data:
        """Give the preparation card."""
        steps, tips = self.cards["stappen"], self.cards["tips"]
        return {
            "persoon": self.person(body["oudertype"], body.get("persoon")),
            "casus": self.cards["casussen"][body["casus"]],
            "stappen": steps[body["gespreksvorm"]],
            "tips": tips[body["oudertype"]],
            "niet_zichtbaar": self.report["nazorg"],
        }

    def start(self, body: Data, turns: int = 0) -> Data:
        """Make an exercise, with so many canned turns already said."""
        person = self.person(body["oudertype"], body.get("persoon"))
        titles = {item["id"]: item["titel"] for item in self.choices["casussen"]}
        exercise: Data = {
            "id": secrets.token_urlsafe(9),
            "titel": titles[body["casus"]],
            "keuze": body,
            "ouder": person,
            "opening": self.talk["opening"],
            "beurten": [],
            "einde": None,
            "toestand": self.talk["begin"],
        }
        self.exercises[exercise["id"]] = exercise
        for number in range(turns):
            self.on_beurten(exercise, {"tekst": self.talk["leraar"][number], "nummer": number + 1})
        return {**exercise, "uitingen": [self.talk["opening"]]}

    def on_beurten(self, exercise: Data, body: Data) -> Data:
        """Say something; the same number twice gives the same answer."""
        turns, number = exercise["beurten"], int(body["nummer"])
        if number <= len(turns):
            done: Data = turns[number - 1]
            return done
        reply = self.talk["antwoorden"][min(len(turns), 4)]
        turn = {"nr": number, "leraar": body["tekst"], "einde": None, "waarschuwing": None, **reply}
        turns.append(turn)
        exercise["toestand"], exercise["einde"] = turn["toestand"], turn["einde"]
        return turn

    def on_terug(self, exercise: Data, body: Data) -> Data:
        """Take back from this turn on."""
        kept = exercise["beurten"][: int(body["nummer"]) - 1]
        text = exercise["beurten"][int(body["nummer"]) - 1]["leraar"]
        exercise["beurten"], exercise["einde"] = kept, None
        exercise["toestand"] = kept[-1]["toestand"] if kept else self.talk["begin"]
        return {"beurten": kept, "toestand": exercise["toestand"], "tekst": text}

    def on_hint(self, exercise: Data, body: Data) -> Data:
        """Give the one canned hint."""
        hint: Data = self.talk["hint"]
        return hint

    def on_stop(self, exercise: Data, body: Data) -> Data:
        """End the conversation."""
        exercise["einde"] = exercise["einde"] or "gestopt"
        return {"einde": exercise["einde"]}

    def on_nabespreking(self, exercise: Data, body: Data) -> Data:
        """Give the canned debrief for the turns that were said."""
        turns = [
            self._annotate(turn, extra) for turn, extra in zip(exercise["beurten"], self.report["beurten"])
        ]
        return {**self.report, "beurten": turns, "verloop": self.report["verloop"][: len(turns) + 1]}

    def _annotate(self, turn: Data, extra: Data) -> Data:
        spans = []
        for label, name, kind, words in extra["fragmenten"]:
            at = turn["leraar"].find(words)
            if at >= 0:
                spans.append(
                    {"label": label, "naam": name, "soort": kind, "begin": at, "eind": at + len(words)}
                )
        return {**{key: turn[key] for key in ("nr", "leraar", "ouder", "gedachte")},
                "fragmenten": spans, "feedback": extra["feedback"]}  # fmt: skip

    def on_nabespreking_html(self, exercise: Data, body: Data) -> str:
        """Give something printable."""
        return f"<!doctype html><html lang=nl><title>Nabespreking</title><h1>{exercise['titel']}</h1>"

    def on_oneens(self, exercise: Data, body: Data) -> Data:
        """Accept a disagreement."""
        return {}

    def on_opnieuw(self, exercise: Data, body: Data) -> Data:
        """Start again before this turn."""
        return {"id": self.start(exercise["keuze"], int(body["vanaf"]) - 1)["id"]}

    def on_andere_ouders(self, exercise: Data, body: Data) -> Data:
        """Show the same turns with all types."""
        rows = [
            {"type": item["type"], "naam": item["naam"], "spanning": 0.2 + 0.08 * at, "vertrouwen": 0.7 - 0.06 * at,
             "inzicht": ("neemt_over", "deelt", "herkent", "herkent_niet")[at // 2],
             "einde": "afspraak" if at < 4 else "zonder_afspraak", "laatste": self.talk["antwoorden"][at % 5]["ouder"]}
            for at, item in enumerate(self.choices["ouders"])
        ]  # fmt: skip
        return {"rijen": rows}

    def mine(self) -> Data:
        """List the exercises, newest first."""
        scores = {key: value["score"] for key, value in self.report["competenties"].items()}
        rows = [
            {"id": one["id"], "datum": f"2026-11-{24 - at:02d}T19:30:00", "titel": one["titel"],
             "ouder": one["ouder"]["naam"], "einde": one["einde"], "totaal": 71 - 6 * at if one["einde"] else None,
             "competenties": {key: value and max(20, value - 7 * at) for key, value in scores.items()} if one["einde"] else {}}
            for at, one in enumerate(reversed(list(self.exercises.values())))
        ]  # fmt: skip
        return {"oefeningen": rows}

    def remove_all(self) -> Data:
        """Forget everything."""
        self.exercises.clear()
        return {}
