"""A written conversation in YAML: 'beurten', a list of 'leraar:' and 'ouder:'.

It is read as a tree of nodes and not as Python values, so that every fault has its line, a key that is
there twice is seen, and words such as 'no' or '12:30' stay words.
"""

from __future__ import annotations

import re

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.messages import message
from bot.transcript.lines import read_lines
from bot.transcript.model import Draft, Said, TranscriptError
from bot.transcript.speakers import header_of, speaker_of

_NULL = "tag:yaml.org,2002:null"


def read_tree(text: str, draft: Draft, file: str) -> None:
    """Read YAML into the draft; raise TranscriptError when the file as a whole cannot be read."""
    root = _root(text, file)
    if not isinstance(root, MappingNode):
        raise TranscriptError([message("gesprek_geen_map", bestand=file)])
    seen: set[str] = set()
    for key, value in root.value:
        _entry(key, value, seen, draft, text, file)


def _root(text: str, file: str) -> Node:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line + 1 if mark else 1
        raise TranscriptError([message("gesprek_geen_yaml", bestand=file, regel=line)]) from None
    except RecursionError:
        raise TranscriptError([message("gesprek_geen_yaml", bestand=file, regel=1)]) from None
    if root is None or (isinstance(root, ScalarNode) and root.tag == _NULL):
        raise TranscriptError([message("gesprek_leeg", bestand=file)])
    return root


def _entry(key: Node, value: Node, seen: set[str], draft: Draft, text: str, file: str) -> None:
    name = key.value if isinstance(key, ScalarNode) else _source(key, text)
    known = header_of(name)
    if known is None:
        draft.ignored.append(name)
    elif known in seen:
        draft.puzzle(_line(key), name, "onduidelijk_dubbel", sleutel=known)
    elif known == "beurten":
        _turns(value, draft, text, file)
    else:
        draft.head[known] = _words(value) if isinstance(value, ScalarNode) else _source(value, text)
    seen.add(known or name)


def _turns(value: Node, draft: Draft, text: str, file: str) -> None:
    if isinstance(value, SequenceNode):
        for item in value.value:
            _item(item, draft, text)
    elif isinstance(value, ScalarNode) and "\n" in value.value:
        read_lines(value.value.rstrip("\n"), draft, _line(value) + (value.style in ("|", ">")))
    elif not (isinstance(value, ScalarNode) and value.tag == _NULL):
        draft.faults.append(message("gesprek_lijst", bestand=file))


def _item(item: Node, draft: Draft, text: str) -> None:
    if isinstance(item, ScalarNode) and _words(item):
        read_lines(_words(item), draft, _line(item))
    elif isinstance(item, MappingNode) and item.value:
        for key, value in item.value:
            _said(key, value, draft, text)
    else:
        draft.puzzle(_line(item), _source(item, text), "onduidelijk_beurt")


def _said(key: Node, value: Node, draft: Draft, text: str) -> None:
    speaker = speaker_of(key.value) if isinstance(key, ScalarNode) else None
    words = _words(value) if isinstance(value, ScalarNode) else ""
    whole = f"{_source(key, text)}: {_source(value, text)}"
    if speaker is None:
        draft.puzzle(_line(key), whole, "onduidelijk_spreker", spreker=_source(key, text))
    elif not words:
        draft.puzzle(_line(key), whole, "onduidelijk_beurt")
    else:
        draft.turns.append(Said(speaker, words, _line(key)))


def _words(node: ScalarNode) -> str:
    """Give the words on one line; an empty value, written as nothing, ~ or null, is no words."""
    return "" if node.tag == _NULL else re.sub(r"\s*\n\s*", " ", node.value).strip()


def _source(node: Node, text: str) -> str:
    """Give a node as it is written, on one line and not too long."""
    written = text[node.start_mark.index : node.end_mark.index][:200]
    return " ".join(written.split())


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1
