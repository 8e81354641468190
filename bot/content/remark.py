"""Wording of the debrief: better sentences per label and topic, and the fixed texts."""

from __future__ import annotations

from pydantic import Field

from bot.content.base import Content
from bot.content.guideline import Source
from bot.content.person import Lines


class Special(Content):
    """Better sentences for a fragment with one of `words` (small letters), after one of `acts` of the parent.

    An empty field asks nothing.
    """

    words: Lines = ()
    acts: Lines = ()
    lines: Lines = Field(minimum=1)


class Informal(Content):
    """How a sentence with `u` is said with `je`.

    `phrases` and `pronouns` are replaced as they stand, first the phrases; `verbs` map the form before `u` to the one before `je`, and
    `stressed` give another pronoun than `je` after a word.
    """

    phrases: dict[str, str]
    pronouns: dict[str, str]
    verbs: dict[str, str]
    stressed: dict[str, str]


class Rewrites(Content):
    """Better sentences: per discouraged label, per topic an open question, per act a feeling word.

    `shown` are sentences that carry a recommended label with a fact of the case, `plain` without a case.
    A sentence is used only when all its slots can be filled.
    """

    topics: dict[str, Lines]
    about_topic: Lines = Field(minimum=1)
    labels: dict[str, Lines]
    special: dict[str, tuple[Special, ...]]
    shown: dict[str, Lines]
    plain: dict[str, str]
    feelings: dict[str, str]
    informal: Informal


class Texts(Content):
    """The fixed Dutch sentences of the debrief, in groups, with slots in braces."""

    acts: dict[str, str]
    effects: dict[str, dict[str, str]]
    measures: dict[str, str]
    statuses: dict[str, str]
    causes: dict[str, str]
    explanation: dict[str, str]
    remarks: dict[str, str]
    questions: dict[str, str]
    question_source: Source
    contradiction: dict[str, str]
    contradiction_sources: tuple[Source, ...] = Field(minimum=2)
    next: dict[str, str]
    endings: dict[str, str]
    types: dict[str, str]
