"""What the mock server remembers: exercises that walk through one canned conversation."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

CANNED = Path(__file__).parent / "canned"
NOT_FOUND = "Deze oefening is er niet (meer)."
Data = dict[str, Any]


LABELS = [
    {"id": "open", "naam": "open vraag", "groep": "vraagtypen"},
    {"id": "suggestief", "naam": "een vraag die stuurt", "groep": "vraagtypen"},
    {"id": "doel", "naam": "zeggen waar het gesprek over gaat", "groep": "zetten"},
    {"id": "verwijt", "naam": "de ouder de schuld geven", "groep": "valkuilen"},
]


REAL = "Pieter Jansen"
"""What the mock takes for a real name."""


class MockFault(Exception):
    """A request that gets a Dutch error line, and perhaps more."""

    def __init__(self, line: str, code: int = 404, more: Data | None = None) -> None:
        """Keep the status and what comes along."""
        super().__init__(line)
        self.code, self.more = code, more or {}


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
        if parts[0] == "privacy":
            return {"bewaar_dagen": 180}
        if parts[0] != "oefeningen":
            return self.choices if parts[0] == "keuzes" else self.prepare(body)
        if len(parts) == 1:
            return {
                "GET": self.mine,
                "POST": lambda: self.start(self.careful(body, "plan")),
                "DELETE": self.remove_all,
            }[method]()
        if parts[1] in ("export", "correcties"):
            return self.mine()
        exercise = self.exercises.get(parts[1])
        if exercise is None:
            raise MockFault(NOT_FOUND)
        if len(parts) == 2:
            return exercise if method == "GET" else self.exercises.pop(parts[1]) and {}
        if method == "DELETE":
            return self.off_oneens(exercise, int(parts[3]), parts[4])
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
            "keuze": ["Extra gesprek", "Boze ouder", "Niveau: gemiddeld", "Hulp: meekijken"],
            "casus": self.cards["casussen"][body["casus"]],
            "stappen": steps[body["gespreksvorm"]],
            "tips": tips[body["oudertype"]],
            "niet_zichtbaar": [{**item, "wanneer": "vooraf"} for item in self.report["nazorg"]],
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
            "hints": [],
            "oneens": [],
            "vanaf": None,
            "einde": None,
            "toestand": self.talk["begin"],
        }
        self.exercises[exercise["id"]] = exercise
        for number in range(turns):
            self.on_beurten(exercise, {"tekst": self.talk["leraar"][number], "nummer": number + 1})
        return {**exercise, "uitingen": [self.talk["opening"]]}

    def careful(self, body: Data, key: str) -> Data:
        """Treat a real name as the channel does."""
        text = str(body.get(key) or "")
        masked = text.replace(REAL, "[naam]")
        if masked != text and body.get("gegevens") == "vraag":
            line = f"Dit lijkt op een echt gegeven: een naam ({REAL}). Er is nog niets bewaard."
            raise MockFault(line, 409, {"gegevens": [{"kind": "naam", "text": REAL}], "vervangen": masked})
        return {**body, key: masked} if body.get("gegevens") == "vervang" else body

    def on_beurten(self, exercise: Data, body: Data) -> Data:
        """Say something; the same number twice gives the same answer."""
        body = self.careful(body, "tekst")
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
        exercise["hints"] = [hint for hint in exercise["hints"] if hint["na"] <= len(kept)]
        exercise["toestand"] = kept[-1]["toestand"] if kept else self.talk["begin"]
        return {"beurten": kept, "hints": exercise["hints"], "toestand": exercise["toestand"], "tekst": text}

    def on_hint(self, exercise: Data, body: Data) -> Data:
        """Give the one canned hint."""
        hint: Data = self.talk["hint"]
        exercise["hints"].append({"na": len(exercise["beurten"]), **hint})
        return hint

    def on_stop(self, exercise: Data, body: Data) -> Data:
        """End the conversation."""
        exercise["einde"] = exercise["einde"] or "gestopt"
        return {"einde": exercise["einde"]}

    def on_nabespreking(self, exercise: Data, body: Data) -> Data:
        """Give the canned debrief for the turns that were said."""
        turns = [
            self._annotate(turn, extra, exercise)
            for turn, extra in zip(exercise["beurten"], self.report["beurten"])
        ]
        course = self.report["verloop"][: len(turns) + 1]
        first = exercise.get("eerste")
        return {
            **self.report,
            "beurten": turns,
            "verloop": course,
            "labels": LABELS,
            "teruggenomen_beurten": exercise.get("terug", []),
            "herkomst": {"id": first, "vanaf": exercise["vanaf"]} if exercise["vanaf"] else None,
            "later": [
                {"id": other["id"], "vanaf": other["vanaf"], "datum": "2026-11-24T19:30:00"}
                for other in self.exercises.values()
                if other.get("eerste") == exercise["id"]
            ],
            "eerder": self._beside(exercise, course) if first in self.exercises else None,
        }

    def _beside(self, exercise: Data, course: list[Data]) -> Data:
        """Lay the first attempt beside this one."""
        old = self.exercises[exercise["eerste"]]["beurten"]
        rows = [
            {"nr": at + 1, "eerst": _said(old, at), "nu": _said(exercise["beurten"], at)}
            for at in range(exercise["vanaf"] - 1, max(len(old), len(exercise["beurten"])))
        ]
        figures = [
            {"naam": item["naam"], "eerst": item["score"] and item["score"] - 9, "nu": item["score"]}
            for item in self.report["competenties"].values()
        ]
        worse = [
            {**point, "spanning": min(1, point["spanning"] + 0.06 * at)} for at, point in enumerate(course)
        ]
        return {"vanaf": exercise["vanaf"], "beurten": rows, "verloop_eerst": worse[1:], "verloop_nu": course[1:],
                "totaal": {"naam": "", "eerst": 58, "nu": 71}, "cijfers": figures,
                "einde_eerst": "De ouder liep weg.", "einde_nu": ""}  # fmt: skip

    def _annotate(self, turn: Data, extra: Data, exercise: Data) -> Data:
        mine = [item for item in exercise["oneens"] if item["beurt"] == turn["nr"]]
        wrong = {item["label"] for item in mine}
        spans = []
        for label, name, kind, words in extra["fragmenten"]:
            at = turn["leraar"].find(words)
            if at >= 0:
                kind = "betwist" if label in wrong else kind
                spans.append(
                    {"label": label, "naam": name, "soort": kind, "begin": at, "eind": at + len(words)}
                )
        told = [
            {
                **item,
                "naam": item["label"],
                "tekst": f"Jij was het niet eens met {item['label']}. {item['reden']}",
            }
            for item in mine
        ]
        return {**{key: turn[key] for key in ("nr", "leraar", "ouder", "gedachte")},
                "vraagtypen": [], "zetten": [span["label"] for span in spans], "valkuilen": [],
                "fragmenten": spans, "oneens": told, "opmerkingen": [item["tekst"] for item in told],
                "feedback": [item for item in extra["feedback"] if item["label"] not in wrong]}  # fmt: skip

    def on_nabespreking_html(self, exercise: Data, body: Data) -> str:
        """Give something printable."""
        return f"<!doctype html><html lang=nl><title>Nabespreking</title><h1>{exercise['titel']}</h1>"

    def on_oneens(self, exercise: Data, body: Data) -> Data:
        """Accept a disagreement."""
        exercise["oneens"].append(body)
        return {}

    def off_oneens(self, exercise: Data, turn: int, label: str) -> Data:
        """Take a disagreement back."""
        exercise["oneens"] = [
            item for item in exercise["oneens"] if (item["beurt"], item["label"]) != (turn, label)
        ]
        return {}

    def on_opnieuw(self, exercise: Data, body: Data) -> Data:
        """Start again before this turn."""
        made = self.start(exercise["keuze"], int(body["vanaf"]) - 1)["id"]
        self.exercises[made] |= {"vanaf": int(body["vanaf"]), "eerste": exercise["id"]}
        return {"id": made}

    def on_andere_ouders(self, exercise: Data, body: Data) -> Data:
        """Show the same turns with all types."""
        rows = [
            {"type": item["type"], "naam": item["naam"], "spanning": 0.2 + 0.08 * at, "vertrouwen": 0.7 - 0.06 * at,
             "inzicht": ("neemt_over", "deelt", "herkent", "herkent_niet")[at // 2],
             "einde": "afspraak" if at < 4 else "weggelopen", "laatste": self.talk["antwoorden"][at % 5]["ouder"],
             "persoon": item["personen"][0]["naam"], "eigen": not at, "gehoord": 5 if at < 4 else 3,
             "omhoog": {"beurt": 3, "verschil": 0.1, "citaat": "Hij gaat zeker laat naar bed?"} if at else None,
             "omlaag": {"beurt": 1, "verschil": -0.2, "citaat": "Dat spijt me."}}
            for at, item in enumerate(self.choices["ouders"])
        ]  # fmt: skip
        return {"beurten": 5, "rijen": rows}

    def mine(self) -> Data:
        """List the exercises, newest first."""
        scores = {key: value["score"] for key, value in self.report["competenties"].items()}
        rows = [
            {"id": one["id"], "datum": f"2026-11-{24 - at:02d}T19:30:00", "titel": one["titel"],
             "ouder": one["ouder"]["naam"], "einde": one["einde"], "totaal": 71 - 6 * at if one["einde"] else None,
             "competenties": {key: value and max(20, value - 7 * at) for key, value in scores.items()} if one["einde"] else {},
             "vanaf": one["vanaf"], "oneens": len(one["oneens"])}
            for at, one in enumerate(reversed(list(self.exercises.values())))
        ]  # fmt: skip
        return {"oefeningen": rows}

    def remove_all(self) -> Data:
        """Forget everything."""
        self.exercises.clear()
        return {}


def _said(turns: list[Data], at: int) -> Data | None:
    return {key: turns[at][key] for key in ("leraar", "ouder")} if at < len(turns) else None
