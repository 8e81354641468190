"""The ids that cases, persons and guidelines may name, read from the shipped files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from bot.content.files import KNOWLEDGE, read_yaml

SHARED = "shared"
"""The moves of moves.yml that any parent may make."""


@dataclass(frozen=True)
class Known:
    """Names to check against: topics of the case and of the person, acts, moves, types, labels."""

    topics: frozenset[str]
    personal: frozenset[str]
    parent_acts: frozenset[str]
    acts: Mapping[str, Mapping[str, Any]]
    moves: Mapping[str, Mapping[str, Any]]
    labels: frozenset[str]

    @property
    def types(self) -> tuple[str, ...]:
        """Give the parent types in the order of moves.yml."""
        return tuple(name for name in self.moves if name != SHARED)

    @property
    def case_topics(self) -> frozenset[str]:
        """Give the topics a case tells about; the others belong to the person."""
        return self.topics - self.personal

    @property
    def memory(self) -> frozenset[str]:
        """Give the acts in which a parent may quote the teacher."""
        return frozenset(self.acts["memory"])


@lru_cache(maxsize=1)
def known() -> Known:
    """Read all names once; raise ContentError when one of the files is broken."""
    topics = read_yaml(KNOWLEDGE / "topics.yml")["topics"]
    return Known(
        topics=frozenset(topics),
        personal=frozenset(name for name, spec in topics.items() if spec.get("owner") == "person"),
        parent_acts=frozenset(read_yaml(KNOWLEDGE / "replies" / "parent_acts.yml")["acts"]),
        acts=MappingProxyType(read_yaml(KNOWLEDGE / "replies" / "acts.yml")),
        moves=MappingProxyType(read_yaml(KNOWLEDGE / "parents" / "moves.yml")),
        labels=frozenset(_labels()),
    )


def _labels() -> set[str]:
    paths = sorted((KNOWLEDGE / "labels").glob("*.yml"))
    return {name for path in paths for name in read_yaml(path)["labels"]}
