"""The library: every knowledge file the debrief reads, loaded once; ContentError when one is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from bot.content.base import Content
from bot.content.case import Case
from bot.content.competence import Scoring
from bot.content.files import KNOWLEDGE, build, parse, read_yaml, shown
from bot.content.form import FormGuide
from bot.content.guideline import Guideline
from bot.content.person import Person
from bot.content.problems import ContentError, Problem
from bot.content.remark import Rewrites, Texts
from bot.content.shelf import shelf, shelved
from bot.content.wording import told

T = TypeVar("T", bound=Content)


class SourceInfo(Content):
    """One of the five documents: title, what it is about, and year and publisher where known."""

    title: str
    about: str
    year: int | None = None
    publisher: str | None = None


def _map(path: Path, key: str, model: type[T]) -> Mapping[str, T]:
    data = read_yaml(path)
    if not isinstance(data, dict) or not isinstance(data.get(key), dict):
        raise ContentError([Problem(shown(path), key, told("zonder_kop"))])
    return MappingProxyType({name: build(path, model, item, name) for name, item in data[key].items()})


def _items(path: Path) -> list[Any]:
    data = read_yaml(path) or []
    if not isinstance(data, list):
        raise ContentError([Problem(shown(path), "", told("geen_lijst"))])
    return data


@lru_cache(maxsize=4)
def load_guidelines(folder: Path = KNOWLEDGE / "guidelines") -> tuple[Guideline, ...]:
    """Give all guidelines in file order; raise ContentError on a fault or an id used twice."""
    found: dict[str, Guideline] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        for place, data in enumerate(_items(path)):
            name = str(data.get("id", place)) if isinstance(data, dict) else str(place)
            try:
                item = build(path, Guideline, data, name)
            except ContentError as error:
                problems += error.problems
                continue
            if item.id in found:
                problems.append(Problem(shown(path), item.id, told("richtlijn_dubbel")))
            found[item.id] = item
    if problems:
        raise ContentError(problems)
    return tuple(found.values())


@lru_cache(maxsize=1)
def load_forms() -> Mapping[str, FormGuide]:
    """Give the conversation forms by id."""
    return _map(KNOWLEDGE / "forms.yml", "forms", FormGuide)


@lru_cache(maxsize=1)
def load_sources() -> Mapping[str, SourceInfo]:
    """Give the documents B0 to B4."""
    return _map(KNOWLEDGE / "sources.yml", "sources", SourceInfo)


@lru_cache(maxsize=1)
def load_scoring() -> Scoring:
    """Give the rules of the score."""
    return parse(KNOWLEDGE / "competences.yml", Scoring)


@lru_cache(maxsize=1)
def load_rewrites() -> Rewrites:
    """Give the better sentences."""
    return parse(KNOWLEDGE / "rewrites.yml", Rewrites)


@lru_cache(maxsize=1)
def load_texts() -> Texts:
    """Give the fixed texts of the debrief."""
    return parse(KNOWLEDGE / "debrief.yml", Texts)


@lru_cache(maxsize=1)
def load_topics() -> Mapping[str, str]:
    """Give the plain name of every topic."""
    topics = read_yaml(KNOWLEDGE / "topics.yml")["topics"]
    return MappingProxyType({name: str(spec["name"]) for name, spec in topics.items()})


@lru_cache(maxsize=1)
def load_topic_words() -> Mapping[str, tuple[str, ...]]:
    """Give the words that give a topic away."""
    topics = read_yaml(KNOWLEDGE / "topics.yml")["topics"]
    return MappingProxyType({name: tuple(spec["keywords"]) for name, spec in topics.items()})


@shelved(maxsize=32)
def load_case(name: str | None) -> Case | None:
    """Give the case with this id, shipped or own; None when it is free text or absent."""
    if name is None or not name.isidentifier():
        return None
    path = KNOWLEDGE / "cases" / f"{name}.yml"
    return parse(path, Case) if path.exists() else shelf().cases.get(name)


@shelved(maxsize=32)
def load_person(name: str | None) -> Person | None:
    """Give the person with this id, shipped or own; None when unknown."""
    if name is None or not name.isidentifier():
        return None
    paths = sorted((KNOWLEDGE / "replies").glob(f"*/{name}.yml"))
    return parse(paths[0], Person) if paths else shelf().persons.get(name)


def load_competence_ids() -> tuple[str, ...]:
    """Give the ids of the competences in the order they are shown."""
    return tuple(load_scoring().competences)
