"""What the analysis finds in one turn of the trainee."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal[
    "beurt",
    "leeg",
    "onzin",
    "andere_taal",
    "scheldwoord",
    "uit_de_rol",
    "over_de_oefening",
    "praatje",
    "buiten_onderwerp",
    "onbegrepen",
    "noodgeval",
]
"""`beurt` is an ordinary turn; the others are strange turns with a reaction of their own."""


@dataclass(frozen=True)
class Span:
    """A label and the fragment that carries it: offsets in characters, end exclusive."""

    label: str
    begin: int
    end: int
    probability: float = 1.0


@dataclass(frozen=True)
class Context:
    """What was said before the turn: the parent's last utterance, the trainee's earlier turns."""

    parent: str = ""
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True)
class TurnAnalysis:
    """Labels with evidence, topics (most telling first) and what kind of turn it is.

    `aspect` tells what a follow-up asks about (`wanneer`, `hoe_vaak`, ...; see `Aspect`).
    `samen_kijken` is true when the trainee proposes to observe together or to visit the class (B1).
    `unsure` holds labels the analysis nearly gave: it abstains, nothing is held against the trainee.
    """

    text: str
    vraagtypen: tuple[str, ...] = ()
    zetten: tuple[str, ...] = ()
    valkuilen: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    topics: tuple[str, ...] = ()
    aspect: str | None = None
    kind: Kind = "beurt"
    samen_kijken: bool = False
    unsure: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Give all labels, question types first."""
        return self.vraagtypen + self.zetten + self.valkuilen

    @property
    def asks(self) -> bool:
        """Tell whether the turn holds a question or an invitation to tell."""
        return bool(self.vraagtypen)

    def fragment(self, label: str) -> str:
        """Give the trainee's own words that carry a label, or the whole turn."""
        for span in self.spans:
            if span.label == label:
                return self.text[span.begin : span.end]
        return self.text

    def to_dict(self) -> dict[str, Any]:
        """Give a small JSON form, without the text (the event already holds it)."""
        return {
            "spans": [[s.label, s.begin, s.end, round(s.probability, 3)] for s in self.spans],
            "vraagtypen": list(self.vraagtypen),
            "zetten": list(self.zetten),
            "valkuilen": list(self.valkuilen),
            "topics": list(self.topics),
            "aspect": self.aspect,
            "kind": self.kind,
            "samen_kijken": self.samen_kijken,
            "unsure": list(self.unsure),
        }

    @classmethod
    def from_dict(cls, text: str, data: dict[str, Any]) -> TurnAnalysis:
        """Read the form `to_dict` gives."""
        return cls(
            text=text,
            vraagtypen=tuple(data.get("vraagtypen", ())),
            zetten=tuple(data.get("zetten", ())),
            valkuilen=tuple(data.get("valkuilen", ())),
            spans=tuple(Span(*item) for item in data.get("spans", ())),
            topics=tuple(data.get("topics", ())),
            aspect=data.get("aspect"),
            kind=data.get("kind", "beurt"),
            samen_kijken=bool(data.get("samen_kijken", False)),
            unsure=tuple(data.get("unsure", ())),
        )
