"""Likely real personal data in a text: numbers, addresses, dates of birth, and names from outside the case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.privacy.patterns import Kind, NameRules, kinds, name_kind, name_rules

_YEARS_AGO = 3
_LOOK_BACK = 60
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_AFTER_SENTENCE = re.compile(r"(?:^|[.!?:…\n(\[\"“”„‘*-])[\s\"“”„‘'(]*$")


@dataclass(frozen=True)
class Found:
    """One piece of likely personal data, at [begin, end) of the text."""

    kind: str
    word: str
    mask: str
    begin: int
    end: int
    text: str


def find_personal(text: str, known: frozenset[str] = frozenset(), today: date | None = None) -> list[Found]:
    """Find likely personal data, in the order of the text; `known` are words (lower case) of the case itself."""
    found, taken = [], bytearray(len(text))
    for kind, begin, end in _all(text, known, (today or date.today()).year):
        if not any(taken[begin:end]):
            taken[begin:end] = b"\x01" * (end - begin)
            found.append(Found(kind.id, kind.word, kind.mask, begin, end, text[begin:end]))
    return sorted(found, key=lambda item: item.begin)


def _all(text: str, known: frozenset[str], year: int) -> Iterator[tuple[Kind, int, int]]:
    for kind in kinds():
        for match in _matches(kind, text):
            if _confirmed(kind, match, year):
                yield kind, *match.span("hit" if "hit" in match.groupdict() else 0)
    for begin, end in _names(text, known, name_rules()):
        yield name_kind(), begin, end


def mask_personal(text: str, found: list[Found]) -> str:
    """Put the name of the kind, such as [naam], in the place of what was found."""
    for item in sorted(found, key=lambda item: -item.begin):
        text = text[: item.begin] + item.mask + text[item.end :]
    return text


def words_of(*texts: str) -> frozenset[str]:
    """Give the words with a capital, in lower case: what may be named in an exercise with these texts."""
    return frozenset(word.lower() for text in texts for word in _WORDS.findall(text) if word[:1].isupper())


def _matches(kind: Kind, text: str) -> Iterator[re.Match[str]]:
    for pattern in kind.patterns:
        yield from pattern.finditer(text)


def _confirmed(kind: Kind, match: re.Match[str], year: int) -> bool:
    return _CHECKS[kind.check](match, year) if kind.check else True


def _elfproef(match: re.Match[str], year: int) -> bool:
    digits = [int(sign) for sign in match.group() if sign.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(digits) and sum(a * b for a, b in zip(digits, weights, strict=True)) % 11 == 0


def _years_ago(match: re.Match[str], year: int) -> bool:
    return 1900 <= int(match.group("year")) <= year - _YEARS_AGO


_CHECKS: dict[str, Callable[[re.Match[str], int], bool]] = {
    "elfproef": _elfproef,
    "years_ago": _years_ago,
}


def _names(text: str, known: frozenset[str], rules: NameRules) -> Iterator[tuple[int, int]]:
    """Give the places of names, the surest first: title with surname, first name with surname, first name."""
    for match in rules.titled.finditer(text):
        introduced = rules.introduction.search(_before(text, match.start()))
        if not introduced and _strange(match.group("surname"), known, rules):
            yield match.span("surname")
    for match in rules.capital.finditer(text):
        if _bare(match.group()) not in rules.first_names:
            continue
        after = rules.surname.match(text, match.end())
        if after and _strange(after.group("surname"), known, rules):
            yield match.start(), _without_s(text, after.end("surname"))
        elif _alone(text, match, known, rules):
            yield match.start(), _without_s(text, match.end())


def _alone(text: str, match: re.Match[str], known: frozenset[str], rules: NameRules) -> bool:
    """Tell whether a first name without surname counts: inside a sentence, and nobody presenting themselves."""
    before = _before(text, match.start())
    if _AFTER_SENTENCE.search(before) or rules.introduction.search(before):
        return False
    return _strange(match.group(), known, rules)


def _before(text: str, place: int) -> str:
    """Give the words just before a place: enough to see a sentence begin or somebody presenting themselves."""
    return text[max(0, place - _LOOK_BACK) : place]


def _strange(name: str, known: frozenset[str], rules: NameRules) -> bool:
    """Tell whether the last word of a name belongs neither to the case nor to the words that are no names."""
    word = name.split()[-1].lower()
    return not {word, _bare(word)} & (known | rules.never) and not name.split()[-1].isupper()


def _bare(word: str) -> str:
    """Give a name without the s of possession, in lower case: Anna's, Jans."""
    lower = word.lower().replace("’", "'")
    if lower.endswith("'s"):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and lower not in name_rules().first_names else lower


def _without_s(text: str, end: int) -> int:
    return end - 2 if text[end - 2 : end] in ("'s", "’s") else end
