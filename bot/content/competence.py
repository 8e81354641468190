"""Competences: how evidence becomes a score, as data with reasons."""

from __future__ import annotations

from pydantic import Field

from bot.content.base import Content
from bot.content.guideline import Competence
from bot.content.person import Lines


class CompetenceInfo(Content):
    """One of the seven competences; `weight` is its share in the total, `reason` says why that much."""

    name: str
    about: str
    weight: float = Field(gt=0)
    reason: str


class Pitfall(Content):
    """How heavily one discouraged label counts (1 light to 4 grave), and which competence it also harms."""

    severity: float = Field(gt=0, le=4)
    harms: Competence | None = None
    reason: str


class QuestionAdvice(Content):
    """How the question mix counts: labels that invite to tell, and what discouraged kinds cost (B4).

    `offers` begin a closed question that proposes something; it does not ask for information.
    """

    inviting: Lines = Field(minimum=1)
    closed_is_fine_with: Lines = Field(minimum=1)
    offers: Lines = Field(minimum=1)
    connecting: Lines = Field(minimum=1)
    closed_cost: float = Field(ge=0)
    costs: dict[str, float]
    narrow_guideline: str
    share: float = Field(ge=0, le=1)
    reason: str


class Rules(Content):
    """The constants of the score. All weights are in units of one guideline of weight 1."""

    prior: float = Field(gt=0)
    prior_weight: float = Field(gt=0)
    optional_factor: float = Field(ge=0, le=1)
    harm_factor: float = Field(ge=0)
    most_evidence: float = Field(ge=1)
    pitfall_scale: float = Field(gt=0)
    pitfall_turns: float = Field(ge=0)
    checklist_share: float = Field(ge=0, le=1)
    out_of_order: float = Field(ge=0, le=1)
    min_turns: int = Field(ge=1)
    min_turns_without_question: int = Field(ge=1)
    sure: float = Field(ge=0, le=1)
    recognised_act: float = Field(ge=0, le=1)
    little_score: int = Field(ge=0, le=100)
    little_factor: float = Field(ge=0, le=1)
    reasons: dict[str, str]


class Scoring(Content):
    """The whole of competences.yml."""

    competences: dict[Competence, CompetenceInfo]
    pitfalls: dict[str, Pitfall]
    questions: QuestionAdvice
    rules: Rules
