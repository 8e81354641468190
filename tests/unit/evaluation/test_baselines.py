"""Baselines label turns in the form `analyseer` gives, and the learned ones learn."""

from __future__ import annotations

from bot.analysis.data import Example
from bot.analysis.turn import Context
from bot.evaluation.baselines import cues, grouped, majority, words


def example(number: int, text: str, *labels: str) -> Example:
    return Example(str(number), "abc"[number % 3], text, Context(), frozenset(labels))


EXAMPLES = [
    example(i, f"wat merkt u thuis aan dag {i}" if i % 4 else f"u bent gewoon lui meneer {i}", *labels)
    for i, labels in enumerate([("oordeel",) if i % 4 == 0 else ("open",) for i in range(60)])
]


def test_groups_hold_their_own_labels() -> None:
    assert grouped({"verwijt", "open"}) == {"vraagtypen": ["open"], "zetten": [], "valkuilen": ["verwijt"]}


def test_majority_gives_what_most_examples_carry() -> None:
    assert majority(EXAMPLES, ["iets"]) == [{"vraagtypen": ["open"], "zetten": [], "valkuilen": []}]


def test_cues_know_the_form_and_fixed_phrases() -> None:
    found = cues(EXAMPLES, ["Slaapt hij goed?", "Welkom, neemt u plaats."])
    assert found[0]["vraagtypen"] == ["gesloten"]
    assert found[1]["zetten"] == ["welkom"]


def test_words_are_learned() -> None:
    found = words(EXAMPLES * 3, ["wat merkt u thuis aan dag 99", "u bent gewoon lui meneer 99"])
    assert found[0]["vraagtypen"] == ["open"] and not found[0]["valkuilen"]
    assert found[1]["valkuilen"] == ["oordeel"] and not found[1]["vraagtypen"]
