"""The page under test: where it is, and the exercises a test starts from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.browser.mock_state import Mock

SETUP: dict[str, Any] = {
    "gespreksvorm": "extra_gesprek",
    "oudertype": "boos",
    "casus": "sem_maandagmoe",
    "persoon": "karin_de_wit",
    "niveau": "gemiddeld",
    "coaching": "live",
    "plan": "Eerst sorry zeggen.",
}


@dataclass(frozen=True)
class Site:
    """A running mock server."""

    mock: Mock
    address: str

    def exercise(self, turns: int = 0, **changes: Any) -> str:
        """Make an exercise with so many canned turns; gives its id."""
        return str(self.mock.start({**SETUP, **changes}, turns)["id"])

    def talk(self, name: str) -> str:
        """Address of a conversation."""
        return f"{self.address}/#/gesprek/{name}"

    def debrief(self, name: str) -> str:
        """Address of a debrief."""
        return f"{self.address}/#/nabespreking/{name}"

    @property
    def history(self) -> str:
        """Address of the list of exercises."""
        return f"{self.address}/#/oefeningen"

    def sent(self, part: str) -> list[dict[str, Any]]:
        """Give the bodies of requests to an address that ends so."""
        return [body for _, path, body in self.mock.calls if path.endswith(part)]
