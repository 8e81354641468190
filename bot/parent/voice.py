"""Choosing lines: the person's own first, never one twice, the same seed the same choice."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from bot.content.person import BANDS, Band, LineSet
from bot.parent.library import Cast
from bot.parent.memory import Memory, Part

_SLOT = re.compile(r"(?P<start>^\s*|[.!?)'\"]\s+)?\{(?P<slot>\w+)\}")
_STRESSED = re.compile(r"(?<=dan )\{hij\}|\{[hH]ij\}(?= en (?:ik|die|[A-Z{]))")
"""Places where the pronoun is stressed ("zij en ik"); elsewhere a girl is "ze", as people say."""

_NEIGHBOURS: dict[Band, tuple[Band, ...]] = {
    "hoog": ("midden", "laag"),
    "midden": ("laag", "hoog"),
    "laag": ("midden", "hoog"),
}

Keyed = tuple[str, str]
"""A line with the key by which it is marked as spent."""


def band_of(tension: float) -> Band:
    """Give the band of a tension from 0 to 1 (see `Band`)."""
    return BANDS[0] if tension >= 0.6 else BANDS[1] if tension >= 0.35 else BANDS[2]


def keyed(prefix: str, lines: Iterable[str]) -> list[Keyed]:
    """Give lines their keys."""
    return [(f"{prefix}.{place}", line) for place, line in enumerate(lines)]


class Voice:
    """Picks lines for one reply; remembers what this reply already spends."""

    def __init__(self, cast: Cast, memory: Memory | None, number: int, band: Band) -> None:
        """Start with all that earlier replies spent."""
        self.cast = cast
        self.band: Band = band
        self.spent: set[str] = set(memory.used) if memory else set()
        self._seed = f"{cast.setup.seed}:{number}"

    def chance(self, act: str, likelihood: float) -> bool:
        """Decide by the seed whether something with this likelihood happens."""
        return random.Random(f"{self._seed}:{act}").random() < likelihood

    def shuffled(self, act: str, items: Sequence[str]) -> list[str]:
        """Give items in an order decided by the seed."""
        return random.Random(f"{self._seed}:{act}").sample(items, len(items))

    def pick(self, kind: str, tiers: Iterable[Sequence[Keyed]], plain: bool = False) -> Part | None:
        """Pick an unspent line from the first tier that has one; `plain` leaves out questions."""
        for tier in tiers:
            free = [item for item in tier if item[0] not in self.spent and not (plain and "?" in item[1])]
            if free:
                key, line = random.Random(f"{self._seed}:{kind}").choice(free)
                self.spent.add(key)
                return Part(line, (key,), kind)
        return None

    def act(self, group: str, act: str, band: Band | None = None, plain: bool = False) -> Part | None:
        """Pick a line for an act: own band, any band, the reserve, then a neighbouring band."""
        return self.pick(f"{group}.{act}", self.tiers(group, act, band), plain)

    def tiers(self, group: str, act: str, band: Band | None = None) -> Iterator[list[Keyed]]:
        """Give the lines of an act, the best fitting first: own, reserve, then the neighbouring bands."""
        band = band or self.band
        person, reserve = self.cast.person, self.cast.world.reserve
        sources = ((person.id, getattr(person, group)), ("algemeen", getattr(reserve, group)))
        for way in ((band,), _NEIGHBOURS[band]):
            for name, acts in sources:
                yield from _of_set(f"{name}.{group}.{act}", acts.get(act, LineSet()), way)

    def cue(self, band: Band | None = None) -> Part | None:
        """Pick a gesture."""
        person, reserve = self.cast.person, self.cast.world.reserve
        own = _of_set(f"{person.id}.cues", person.cues, (band or self.band,))
        return self.pick("cue", (*own, *_of_set("algemeen.cues", reserve.cues, (band or self.band,))))

    def fill(self, text: str, quote: str = "") -> str:
        """Fill the slots of a line; a slot that opens a sentence gets a capital."""
        text = _STRESSED.sub(lambda found: found[0].replace("ij}", "ij_stressed}"), text)
        words = slot_words(self.cast) | {"citaat": quote}

        def word(found: re.Match[str]) -> str:
            start, value = found["start"], words[found["slot"]]
            return value if start is None else start + value[:1].upper() + value[1:]

        return _SLOT.sub(word, text)


def _of_set(prefix: str, lines: LineSet, bands: Sequence[Band]) -> Iterator[list[Keyed]]:
    for band in bands:
        yield keyed(f"{prefix}.{band}", getattr(lines, band))
    yield keyed(f"{prefix}.elk", lines.elk)


def slot_words(cast: Cast) -> dict[str, str]:
    """Give the words for all slots but the quote."""
    slots = cast.world.slots
    child, speaker = slots.child[cast.case.child.gender], slots.parent[cast.person.relation]
    mine = f"{slots.mine} {getattr(child, speaker.child)}"
    words = {"hij": child.hij, "hij_stressed": child.hij_stressed, "zijn": child.zijn, "mijn_kind": mine}
    words |= {key.capitalize(): value[:1].upper() + value[1:] for key, value in words.items()}
    other = f"{child.zijn} {speaker.other}"
    return words | {
        "kind": cast.case.child.name,
        "hem": child.hem,
        "jongen": child.jongen,
        "andere_ouder": other,
    }
