"""Every better sentence that can be offered is correct Dutch, for this case, in one address."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from generated import every_offer

from bot.content.library import load_case, load_rewrites
from bot.content.shelf import shipped_cases

_OTHER_VERB = re.compile(r"\b(merk|zie|denk|heb|wil|kun|vind|hoor|kijk|herken|ben) u\b")
_FORMAL = re.compile(r"(?<![\w'])(u|uw)(?![\w'])", re.IGNORECASE)
_INFORMAL = re.compile(r"\b(je|jij|jou|jouw)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _offers() -> dict[tuple[str, str], str]:
    return every_offer()


@pytest.mark.parametrize("label", sorted(load_rewrites().labels))
def test_every_label_has_a_sentence_for_every_case(label: str) -> None:
    mine = [text for name, text in _offers() if name == label]
    assert len(mine) >= 4 and all(mine)


def test_sentences_are_whole() -> None:
    for (label, text), case in _offers().items():
        where = f"{label} {case}: {text}"
        assert text[0].isupper() and text[-1] in ".?!", where
        assert not re.search(r"  |[{}]|\.\.| [.,?!]|\?\.|:\s*\.", text), where
        for sentence in re.split(r"(?<=[.?!]) ", text):
            assert sentence[:1].isupper() or not sentence[:1].isalpha() or "'" in sentence[:2], where


def test_no_word_is_doubled_and_verbs_fit_the_address() -> None:
    for (label, text), case in _offers().items():
        where = f"{label} {case}: {text}"
        assert not re.search(r"\b(?!(?:je|het|dat)\b)(\w+) \1\b", text, re.IGNORECASE), where
        assert not _OTHER_VERB.search(text), where
        facts = [s.text for s in load_case(case).signals] if case else []  # type: ignore[union-attr]
        own = text
        for fact in facts:
            own = own.replace(fact, "")
        assert not (_FORMAL.search(own) and _INFORMAL.search(own)), where


def test_no_sentence_names_the_child_of_another_case() -> None:
    names = {case: load_case(case).child.name for case in shipped_cases()}  # type: ignore[union-attr]
    for (label, text), case in _offers().items():
        others = [name for name in names.values() if name != names.get(case)]
        assert not any(re.search(rf"\b{other}\b", text) for other in others), f"{label} {case}: {text}"
