"""The form of a question by grammar: right with and without question mark (labels.md part 1)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.clauses import Clause, verb_first
from bot.analysis.cues import FormCues, form_cues

FORMS = ("gesloten", "open", "hoe", "waarom")


def _strip_lead(words: Sequence[str], cues: FormCues) -> list[str]:
    rest = list(words)
    while len(rest) > 1 and rest[0] in cues.lead:
        rest.pop(0)
    return rest


def _invites(clause: Clause, rest: Sequence[str], cues: FormCues) -> bool:
    joined = " ".join(clause.words)
    if any(phrase in joined for phrase in cues.invite_phrases):
        return True
    if (
        rest
        and rest[0] in cues.invite_verbs
        and not (len(rest) > 1 and rest[1] in {"ik", "hij", "ze", "hem"})
    ):
        return bool({"eens", "maar", "u", "me", "mij", "over", "mee", "uit", "even"} & set(rest[1:5]))
    asks = verb_first(rest, cues) and bool({"u", "je", "jij", "jullie", "ik"} & set(rest[1:3]))
    return asks and any(word in joined for word in cues.invite_infinitives)


def _by_opening(rest: Sequence[str], cues: FormCues) -> str | None:
    head = rest[1] if len(rest) > 1 and rest[0] in cues.prepositions else rest[0]
    if head in cues.waarom:
        return "waarom"
    if rest[0] in cues.hoe:
        return "hoe"
    if head in cues.wh and not (
        rest[0] == "wat" and len(rest) > 1 and rest[1] in {"een", "fijn", "goed", "mooi", "jammer"}
    ):
        return "open"
    return None


def question_form(clause: Clause) -> str | None:
    """Give the form a clause has as a question, or None when it is no question by its form."""
    cues = form_cues()
    rest = _strip_lead(clause.words, cues)
    if not rest:
        return "gesloten" if clause.asks_by_mark else None
    joined = " ".join(clause.words)
    if any(phrase in joined for phrase in cues.waarom_phrases):
        return "waarom"
    if _invites(clause, rest, cues):
        return "open"
    opening = _by_opening(rest, cues)
    if opening and (clause.asks_by_mark or _inverted(rest)):
        return opening
    if verb_first(rest, cues) and not _condition(clause):
        return "gesloten"
    return "gesloten" if clause.asks_by_mark else None


def _condition(clause: Clause) -> bool:
    """Tell a condition with verb first ("Komt u er niet uit, dan …") or an exclamation from a question."""
    text = clause.text.rstrip()
    return text.endswith(("!", ",")) or (
        not clause.asks_by_mark and (", dan " in text or " dan " in text[12:])
    )


def _inverted(rest: Sequence[str]) -> bool:
    """Tell main-clause order after a question word ("wat merkt u") from a subclause ("wat u merkt")."""
    return len(rest) > 1 and rest[1] not in {
        "ik",
        "u",
        "je",
        "jij",
        "jullie",
        "hij",
        "ze",
        "zij",
        "we",
        "wij",
        "er",
    }


def has_tag(clause: Clause) -> bool:
    """Tell whether the clause ends in a tag such as hè, toch, of niet."""
    joined = " ".join(clause.words)
    return any(joined.endswith(" " + tag) or joined == tag for tag in form_cues().tags)


def steers(clause: Clause) -> bool:
    """Tell whether the clause holds a steering word (toch, zeker, vast, hè)."""
    return bool(form_cues().steering & set(clause.words))
