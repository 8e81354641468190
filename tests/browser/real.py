"""The real server as a user meets it: exercises that are really played, and every screen in a state with a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page

SETUP: dict[str, Any] = {
    "gespreksvorm": "extra_gesprek",
    "oudertype": "boos",
    "casus": "sem_maandagmoe",
    "persoon": "karin_de_wit",
    "niveau": "gemiddeld",
    "coaching": "live",
    "zaad": 7,
    "plan": "Eerst luisteren. Dan pas over de maandagen beginnen, met data erbij.",
}
TALK = (
    "Dag mevrouw De Wit, fijn dat u er bent. Ik merk dat u boos bent. Wat is er gebeurd?",
    "U heeft gelijk, ik had u moeten terugbellen. Dat spijt me. Wat had u van mij verwacht?",
    "Ik maak me zorgen om Sem: de laatste vier maandagen lag hij voor tien uur met zijn hoofd op tafel. "
    "Maar u laat hem zeker te lang gamen?",
    "Sorry, dat was te snel. Hoe gaat het in het weekend met slapen?",
    "Dank u, dat helpt mij om het te begrijpen. Herkent u thuis dat hij op maandag zo moe is?",
    "Zullen we afspreken dat ik u vrijdag om vier uur bel over hoe de maandag ging?",
)
PATIENCE = 120_000
"""Milliseconds for one question to the server, which may be the first turn on a busy computer."""
SETTLE = 300
"""Milliseconds for the last drawing."""

SCREENS = (
    "welkom",
    "kiezen",
    "voorbereiden",
    "gesprek",
    "hint",
    "echte_gegevens",
    "stoppen",
    "einde",
    "nabespreking",
    "beurt",
    "uitgeklapt",
    "poging",
    "oefeningen",
    "vergeleken",
    "menu",
    "reeks",
    "team",
    "fout",
    "leeg",
)
"""The last one removes all exercises."""

LONG = ("kiezen", "voorbereiden", "nabespreking", "uitgeklapt", "poging", "oefeningen", "reeks", "team")
"""Screens that are more than a window high; the others are shown as they fill it."""


@dataclass(frozen=True)
class Stage:
    """A page on a running server."""

    page: Page
    address: str
    made: dict[tuple[Any, ...], str] = field(default_factory=dict)
    """Exercises that were played before, to show again: playing takes time."""

    def ask(self, path: str, body: Any) -> Any:
        """Ask the API something, as this browser."""
        answer = self.page.context.request.post(f"{self.address}/api/{path}", data=body, timeout=PATIENCE)
        assert answer.ok, answer.text()
        return answer.json()

    def exercise(self, turns: int = 0, stop: bool = False, **changes: Any) -> str:
        """Play so many turns of the conversation; gives the id of the exercise."""
        key = (turns, stop, *sorted(changes.items(), key=str))
        if key not in self.made:
            self.made[key] = self._played(turns, stop, changes)
        return self.made[key]

    def _played(self, turns: int, stop: bool, changes: dict[str, Any]) -> str:
        name = str(self.ask("oefeningen", {**SETUP, **changes})["id"])
        for number, text in enumerate(TALK[:turns], 1):
            self.ask(f"oefeningen/{name}/beurten", {"tekst": text, "nummer": number})
        if stop:
            self.ask(f"oefeningen/{name}/stop", {})
        return name

    def open(self, screen: str, part: str = "") -> None:
        """Open an address of the page, as if it was typed in a new tab."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}/#/{screen}{'/' if part else ''}{quote(part)}")
        self.page.wait_for_selector("main h1")

    def keep(self, place: str, key: str, value: Any) -> None:
        """Put something in the storage of the browser, null to forget it."""
        self.page.evaluate(
            """([place, key, value]) => value === null ? window[place].removeItem(`oefenouder.${key}`)
                : window[place].setItem(`oefenouder.${key}`, JSON.stringify(value))""",
            [place, key, value],
        )

    def show(self, screen: str) -> None:
        """Bring a screen in the state its name says."""
        getattr(self, f"_{screen}")()
        self.page.wait_for_timeout(SETTLE)

    def _welkom(self) -> None:
        self.open("kiezen")
        self.keep("localStorage", "welcomed", None)
        self.page.reload()
        self.page.wait_for_selector(".welcome")
        self.keep("localStorage", "welcomed", True)

    def _kiezen(self) -> None:
        self.open("kiezen")
        self.keep("localStorage", "welcomed", True)
        self.keep("sessionStorage", "choice", SETUP)
        self.page.reload()
        self.page.wait_for_selector("[data-group=casus]")

    def _voorbereiden(self) -> None:
        self._kiezen()
        self.page.get_by_role("button", name="Verder").click()
        self.page.wait_for_selector("#plan")

    def _gesprek(self) -> None:
        self.open("gesprek", self.exercise(4))

    def _hint(self) -> None:
        self.open("gesprek", self.exercise(2, coaching="hint"))
        self.page.get_by_role("button", name="Hint").click()
        self.page.wait_for_selector(".line.coach")

    def _echte_gegevens(self) -> None:
        self.open("gesprek", self.exercise(1, coaching="geen"))
        self.page.locator("#say").fill("U kunt mij altijd bellen op 06-12345678.")
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector(".personal button")

    def _stoppen(self) -> None:
        self.open("gesprek", self.exercise(2))
        self.page.get_by_role("button", name="Stop", exact=True).click()
        self.page.wait_for_selector("dialog")

    def _einde(self) -> None:
        self.open("gesprek", self.exercise(3, stop=True))
        self.page.wait_for_selector(".end")

    def _nabespreking(self) -> None:
        self.open("nabespreking", self.exercise(6, stop=True))
        self.page.wait_for_selector("#turn-1")

    def _beurt(self) -> None:
        self._nabespreking()
        self.page.locator("#turn-3 .remark summary").last.click()
        self.page.locator("#turn-3").evaluate("turn => turn.scrollIntoView()")

    def _uitgeklapt(self) -> None:
        self._nabespreking()
        self.page.get_by_role("button", name="Laat het zien").click()
        self.page.wait_for_selector(".others td")
        self.page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")

    def _poging(self) -> None:
        first = self.exercise(5, stop=True)
        again = str(self.ask(f"oefeningen/{first}/opnieuw", {"vanaf": 3})["id"])
        self.ask(f"oefeningen/{again}/beurten", {"nummer": 3, "tekst": "Wat ziet u thuis op maandag?"})
        self.ask(f"oefeningen/{again}/stop", {})
        self.open("nabespreking", again)
        self.page.wait_for_selector(".pairs")

    def _oefeningen(self) -> None:
        self.exercise(3, stop=True)
        self.exercise(5, stop=True, oudertype="overbezorgd", persoon=None)
        self.exercise(2, oudertype="ongeinteresseerd", persoon=None)
        self.open("oefeningen")
        self.page.wait_for_selector(".mine input")
        for box in self.page.locator(".mine input").all()[:2]:
            box.check()

    def _vergeleken(self) -> None:
        self._oefeningen()
        self.page.get_by_role("button", name="Zet naast elkaar").click()
        self.page.wait_for_selector(".compare table")

    def _leeg(self) -> None:
        self.made.clear()
        self.page.context.request.delete(f"{self.address}/api/oefeningen")
        self.open("oefeningen")

    def _menu(self) -> None:
        self.open("kiezen")
        self.page.get_by_role("button", name="Privacy").click()
        self.page.wait_for_selector("#privacy .switch")

    def _reeks(self) -> None:
        self.open("reeks")

    def _team(self) -> None:
        self.open("team")

    def _fout(self) -> None:
        self.open("gesprek", "bestaat-niet")
