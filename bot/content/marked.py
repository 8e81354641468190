"""Reading a file somebody else wrote: nothing in it can hurt, and every fault can be told with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from bot.content.files import Loader, T, build, wrong
from bot.content.problems import ContentError, Problem

MOST_BYTES = 500_000
"""Largest file that is read; the longest shipped person is under 70 kB."""

MOST_DEEP = 12
"""Deepest nesting that is read; a case goes down to 7."""


@dataclass(frozen=True)
class Marked:
    """A file as data, with the node tree that knows the line of everything in it."""

    path: Path
    data: Any
    node: yaml.Node

    def build(self, model: type[T], **more: Any) -> T:
        """Make a model of the data, `more` where the file says nothing; raise ContentError with lines."""
        data = {**more, **self.data} if isinstance(self.data, dict) else self.data
        try:
            return build(self.path, model, data)
        except ContentError as error:
            raise ContentError(self.located(error.problems)) from None

    def located(self, problems: Iterable[Problem]) -> list[Problem]:
        """Give the problems of this file the line (from 1) they are about, as far as it can be found."""
        return [replace(p, line=p.line or self._line(p)) for p in problems]

    def _line(self, problem: Problem) -> int | None:
        key, node = self.node, self.node
        for part in filter(None, problem.place.split(" > ")):
            found = _step(node, part)
            if found is None:
                break
            key, node = found
        named = next((n for n in _scalars(node) if repr(n.value) in problem.message), None)
        return int((named or key).start_mark.line) + 1 if named or problem.place else None


def _step(node: yaml.Node, part: str) -> tuple[yaml.Node, yaml.Node] | None:
    """Go one part of a place deeper: a key, the id of an item, or its number as `nr 2`."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == part), None)
    if not isinstance(node, yaml.SequenceNode):
        return None
    number = part.removeprefix("nr ")
    if part != number and number.isdecimal() and 0 < int(number) <= len(node.value):
        item = node.value[int(number) - 1]
        return item, item
    for item in node.value:
        found = _step(item, "id") if isinstance(item, yaml.MappingNode) else None
        if found and found[1].value == part:
            return item, item
    return None


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)


def read_marked(path: Path) -> Marked:
    """Read one file with care; raise ContentError with line and remedy when it cannot be used."""
    text = _text(path)
    try:
        _refuse_tricks(path, text)
        loader = Loader(text)
        try:
            node = loader.get_single_node()
            if node is None:
                raise wrong(path, "leeg_bestand")
            _refuse_doubles(path, node)
            return Marked(path, loader.construct_document(node), node)
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError) as error:
        raise _broken(path, text, error) from None


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise wrong(path, "is_map")
        if not path.is_file():
            raise wrong(path, "niet_leesbaar" if path.is_symlink() or not path.exists() else "geen_bestand")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise wrong(path, "te_groot", grootte=size // 1000, grens=MOST_BYTES // 1000)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise wrong(path, "geen_utf8") from None
    except OSError:
        raise wrong(path, "niet_leesbaar") from None


def _refuse_tricks(path: Path, text: str) -> None:
    """Refuse what could grow or run deep when it is built: references, and nesting beyond any case."""
    deep = 0
    for event in yaml.parse(text, Loader=Loader):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise wrong(path, "verwijzing", line)
        tag = getattr(event, "tag", None)
        if tag:
            raise wrong(path, "eigen_tag", line, tag=str(tag)[:40])
        if isinstance(event, yaml.CollectionStartEvent):
            deep += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            deep -= 1
        if deep > MOST_DEEP:
            raise wrong(path, "te_diep", line)


def _refuse_doubles(path: Path, node: yaml.Node) -> None:
    """Refuse a key written twice: YAML would silently keep the last, and lines would be lost."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_doubles(path, item)
    elif isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line, name = key.start_mark.line + 1, str(key.value)
            if name in seen:
                raise wrong(path, "dubbele_sleutel", line, sleutel=name[:40], regel=seen[name])
            seen[name] = line
            _refuse_doubles(path, value)


def _broken(path: Path, text: str, error: Exception) -> ContentError:
    """Tell a fault of YAML itself: a tab and an odd character are told apart, they are the common ones."""
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else None
    if isinstance(error, yaml.reader.ReaderError):
        before = text.encode()[: error.position] if isinstance(error.position, int) else b""
        return wrong(path, "vreemd_teken", before.count(b"\n") + 1)
    if isinstance(error, yaml.composer.ComposerError):
        return wrong(path, "tweede_document", line)
    lines = text.splitlines()
    line = min(line, len(lines)) if line else None  # a bracket left open is found behind the last line
    near = lines[max(0, line - 2) : line] if line else []
    tabbed = [number for number, item in enumerate(lines, 1) if item in near and _tabbed(item)]
    return wrong(path, "tab", tabbed[0]) if tabbed else wrong(path, "geen_yaml", line)


def _tabbed(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())]
