"""Splitting a turn into clauses, also when punctuation is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.language import Language

from bot.analysis.cues import FormCues, form_cues

ENDS = frozenset(".!?…;:") | {"...", "..", "?!", "!?", "??", "!!", "\n"}
QUOTES = frozenset("\"'”’“‘)]")
LONG = 9
SHORTEST = 3


@dataclass(frozen=True)
class Clause:
    """A piece of a turn: offsets in characters and its lower-case words without punctuation."""

    begin: int
    end: int
    text: str
    words: tuple[str, ...]

    @property
    def asks_by_mark(self) -> bool:
        """Tell whether it ends with a question mark."""
        return self.text.rstrip("\"'”’) ").endswith("?")


@dataclass(frozen=True)
class _Token:
    word: str
    begin: int
    end: int


@lru_cache(maxsize=1)
def tokenizer() -> Language:
    """Give spaCy's Dutch tokeniser (rules only, no model)."""
    return spacy.blank("nl")


def _tokens(text: str) -> list[_Token]:
    doc = tokenizer().make_doc(text)
    return [_Token(t.lower_, t.idx, t.idx + len(t)) for t in doc if not t.is_space]


def _is_word(token: _Token) -> bool:
    return any(ch.isalnum() for ch in token.word)


def _sentences(tokens: Sequence[_Token]) -> list[list[_Token]]:
    out: list[list[_Token]] = [[]]
    ended = False
    for token in tokens:
        stop = token.word in ENDS or (token.word and set(token.word) <= set(".!?…"))
        if ended and not stop and token.word not in QUOTES:
            out.append([])
            ended = False
        out[-1].append(token)
        ended = ended or bool(stop)
    return [part for part in out if part]


def verb_first(words: Sequence[str], cues: FormCues) -> bool:
    """Tell whether the words open with a finite verb and its subject ("Slaapt hij", "Kunt u")."""
    if len(words) < 2 or words[0] in cues.not_verbs:
        return False
    if words[1] not in cues.subjects:
        return words[0] in cues.verbs and words[0] in cues.auxiliaries
    return words[0] in cues.verbs or (len(words[0]) > 3 and words[0][-1] in "tn" and words[1] in cues.address)


def _opens(words: Sequence[str], cues: FormCues) -> bool:
    if not words:
        return False
    question = words[0] in cues.wh | cues.hoe | cues.waarom
    return question or verb_first(words, cues)


def _starts_clause(words: Sequence[str], cues: FormCues) -> bool:
    return _opens(words, cues) or (
        len(words) > 1 and words[0] in cues.address and words[1] not in cues.address
    )


def _cuts(sentence: Sequence[_Token], cues: FormCues) -> list[int]:
    words = [t.word for t in sentence]
    long = sum(map(_is_word, sentence)) >= LONG
    bare = long and "," not in words
    cuts, last = [], 0
    for place in range(SHORTEST, len(words) - 2):
        rest = [t.word for t in sentence[place:] if _is_word(t)]
        before = words[place - 1]
        joined = (before == "," and _opens(rest, cues)) or (
            long and words[place] in cues.splitters and _starts_clause(rest[1:], cues)
        )
        loose = (
            bare
            and before not in cues.embedding | cues.splitters | cues.prepositions
            and _asks_you(rest, cues)
        )
        if (joined or loose) and place - last >= SHORTEST:
            cuts.append(place)
            last = place
    return cuts


def _asks_you(words: Sequence[str], cues: FormCues) -> bool:
    return len(words) > 2 and _opens(words, cues) and bool(cues.you & set(words[1:3]))


def _clause(text: str, tokens: Sequence[_Token]) -> Clause:
    begin, end = tokens[0].begin, tokens[-1].end
    words = tuple(t.word for t in tokens if _is_word(t))
    return Clause(begin, end, text[begin:end], words)


def split(text: str) -> list[Clause]:
    """Split a turn into clauses that cover all its words, in order; never empty for a non-blank text."""
    cues = form_cues()
    parts: list[list[_Token]] = []
    for sentence in _sentences(_tokens(text)):
        edges = [0, *_cuts(sentence, cues), len(sentence)]
        parts += [list(sentence[a:b]) for a, b in zip(edges, edges[1:], strict=False)]
    merged: list[list[_Token]] = []
    for part in parts:
        if merged and not any(map(_is_word, part)):
            merged[-1] += part
        else:
            merged.append(part)
    return [_clause(text, part) for part in merged]
