"""Whether the trainee gets the child wrong: a wrong name, or he for she. In doubt it is no slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from bot.content.names import first_names
from bot.parent.hearing import has_words, says
from bot.parent.recollection import recollection
from bot.parent.scene import Scene

_INSIDE = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]{2,}\b")
"""A capitalised word that does not open a sentence."""

_WORD = re.compile(r"[^\W\d_]{2,}")
CLOSE_BY = 3
"""Words before a name in which "juf" or "broertje" makes it somebody else's."""


def wrong_names(scene: Scene) -> tuple[str, ...]:
    """Give the words of the turn that are a slip of the child's name."""
    text = scene.turn.text
    near = [word for word in _INSIDE.findall(text) if _near(word, scene)]
    return tuple(dict.fromkeys([*near, *_other_child(scene)]))


def wrong_gender(scene: Scene) -> bool:
    """Tell whether the trainee speaks of a son as a daughter, or the reverse, and of nobody else."""
    child, text = scene.cast.case.child, scene.turn.text.lower()
    rules = recollection().gender[child.gender]
    slipped = has_words(text, rules.slips)
    if not slipped or child.name.lower() in text:
        return False
    around = " ".join(
        [text, scene.memory.last.text.lower(), *(t.text.lower() for t in scene.memory.turns[-2:])]
    )
    if any(re.search(rf"\b{re.escape(word)}", around) for word in rules.rightly):
        return False
    named = set(_WORD.findall(around)) & first_names() & _known(scene)
    return not named - {child.name.lower(), *scene.cast.person.name.lower().split()}


def _known(scene: Scene) -> frozenset[str]:
    """Give, in lower case, the names that may rightly be spoken: of the case, the parent and earlier turns."""
    cast = scene.cast
    said = " ".join(
        [cast.case.child.name, cast.person.name, cast.case.summary, *(s.text for s in cast.case.signals)]
    )
    return frozenset(name.lower() for name in cast.names) | {word.lower() for word in _WORD.findall(said)
                                                             if word[:1].isupper()}  # fmt: skip


def _near(word: str, scene: Scene) -> bool:
    name = scene.cast.case.child.name
    if word.startswith(name) or word in scene.cast.names or word.lower() in _known(scene):
        return False
    if _somebody_else(scene, word.lower()):
        return False
    return 1 <= Levenshtein.distance(word, name) <= (1 if len(name) <= 4 else 2)


def _other_child(scene: Scene) -> Iterator[str]:
    """Give first names that stand where only the child itself can be meant, also in small letters."""
    text, name = scene.turn.text.lower(), scene.cast.case.child.name.lower()
    if re.search(rf"\b{re.escape(name)}", text):
        return
    earlier = " ".join([*(turn.text for turn in scene.memory.turns), *(r.text for r in scene.memory.replies)])
    heard, known = set(_WORD.findall(earlier.lower())), _known(scene)
    for word in _WORD.findall(scene.turn.text):
        low = word.lower()
        if low not in first_names() or low in heard or low in known or _somebody_else(scene, low):
            continue
        if says(text, (frame.replace("{naam}", low) for frame in recollection().child_frames)):
            yield word


def _somebody_else(scene: Scene, name: str) -> bool:
    """Tell whether the name belongs to a grown-up or another child, by the words before it."""
    words = re.findall(r"[\w']+", scene.turn.text.lower())
    place = words.index(name) if name in words else 0
    before = set(words[max(0, place - CLOSE_BY) : place])
    surname = re.search(rf"\b(?i:{re.escape(name)}) [A-ZÀ-Ý]", scene.turn.text) is not None
    rules = recollection()
    follows = surname or bool(set(words[place + 1 : place + 2]) & set(rules.after_name))
    return follows or bool(before & {*rules.adults, *rules.others, *rules.before_name})
