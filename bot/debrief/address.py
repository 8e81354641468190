"""Address: say a sentence to the parent with `u` or with `je`, as the trainee does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.content.address import found_words, load_address
from bot.content.library import load_rewrites

_SENTENCE = re.compile(r"[^.!?]+[.!?]*\s*")
_BEFORE_U = re.compile(r"\b([A-Za-z]+) u\b")
_ORDER = re.compile(r"^([A-Z][a-z]+t) u ((?!zich)[^?]*)$")


def says_je(texts: Sequence[str]) -> bool:
    """Tell whether the trainee mostly says `je` to the parent; in doubt `u`."""
    said, words = " ".join(texts), load_address()
    return len(found_words(words.informal, said)) > len(found_words(words.formal, said))


def to_je(text: str) -> str:
    """Give a sentence written with `u` the way it is said with `je`: verbs, imperatives, pronouns."""
    return "".join(_sentence(found.group()) for found in _SENTENCE.finditer(text)) or text


def _sentence(text: str) -> str:
    words = load_rewrites().informal
    for old, new in words.phrases.items():
        text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text)
    ordered = _ORDER.match(text)
    if ordered and ordered[1].lower() in words.verbs:
        text = f"{_like(ordered[1], words.verbs[ordered[1].lower()])} {ordered[2]}"
    text = _BEFORE_U.sub(_inverted, text)
    for old, new in words.pronouns.items():
        text = re.sub(rf"(?<![\w']){old}(?![\w'])", new, text)
    return text


def _inverted(found: re.Match[str]) -> str:
    """A verb before its subject loses the t of the `u` form: `merkt u`, `merk je`."""
    word, words = found[1], load_rewrites().informal
    if word.lower() in words.stressed:
        return f"{_like(word, words.verbs.get(word.lower(), word))} {words.stressed[word.lower()]}"
    return f"{_like(word, words.verbs.get(word.lower(), word))} je"


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
