"""The texts of groep.yml name what exists."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.content.files import KNOWLEDGE, read_yaml
from bot.content.label import load_labels
from bot.group.texts import MomentRule, group_texts


def test_moments_look_for_what_exists() -> None:
    acts = set(read_yaml(KNOWLEDGE / "replies" / "parent_acts.yml")["acts"])
    for rule in group_texts().moments.values():
        known = acts if rule.kind == "acts" else set(load_labels())
        assert set(rule.find) <= known


def test_a_moment_must_say_what_to_look_for() -> None:
    with pytest.raises(ValidationError):
        MomentRule(title="x", question="y", kind="label")


def test_nobody_is_shown_alone() -> None:
    assert group_texts().fewest >= 3
