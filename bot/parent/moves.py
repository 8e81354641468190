"""The third part of a reply: the parent's own move, which often tests the trainee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.turn import TurnAnalysis
from bot.content.case import Probe
from bot.parent.fitting import in_place, now, on_topic
from bot.parent.memory import Part
from bot.parent.model import Move
from bot.parent.scene import Scene
from bot.parent.voice import Voice, keyed

AGAIN = 8
"""Turns after which the parent may make the same move again, with other words."""

QUOTE_WORDS = 8

SURE = 0.6
"""Probability (0 to 1) from which the parent quotes the trainee's own words."""

_EDGES = " .,;:!?\"'\u201c\u201d\u2018\u2019"
"""Marks that are left out around a quote, curly quotation marks included."""


def own_move(scene: Scene, voice: Voice, said: Sequence[Part]) -> Part | None:
    """Choose an own move that fits after what was already said; never a second question."""
    plain = any("?" in part.text for part in said)
    remembered = _remembered(scene, voice, plain)
    if remembered:
        return remembered
    moves = dict(_open_moves(scene, said))
    order = voice.shuffled("moves", list(moves))
    for name in sorted(order, key=lambda name: not on_topic(scene, moves[name], said)):
        part = _move_part(scene, voice, name, moves[name], plain)
        if part:
            return part
    return None


def warning(scene: Scene, voice: Voice) -> Part | None:
    """Choose a move in which the parent threatens to leave, if this type has one."""
    for name, move in scene.cast.world.moves[scene.cast.kind.id].items():
        if "wil_weg" in move.acts:
            return _move_part(scene, voice, name, move, plain=False)
    return None


def _open_moves(scene: Scene, said: Sequence[Part]) -> Iterator[tuple[str, Move | Probe]]:
    cast = scene.cast
    own: dict[str, Move | Probe] = {**cast.world.moves[cast.kind.id]}
    own |= {f"{cast.case.id}.{probe.id}": probe for probe in cast.case.probes}
    own |= {
        n: move for n, move in cast.world.moves.get("shared", {}).items() if n not in own and now(scene, move)
    }
    for name, move in own.items():
        age = scene.memory.probe_age(name)
        if (age is None or age > AGAIN) and scene.band in move.tension and in_place(scene, move, said):
            yield name, move


def _move_part(scene: Scene, voice: Voice, name: str, move: Move | Probe, plain: bool) -> Part | None:
    if isinstance(move, Probe):
        key = f"{scene.cast.case.id}.probes.{move.id}"
        part = voice.pick(f"moves.{name}", [keyed(key, move.lines)], plain)
    else:
        part = voice.act("moves", name, plain=plain)
    return part and Part(part.text, part.keys, f"moves.{name}", acts=move.acts, probe=name)


def _remembered(scene: Scene, voice: Voice, plain: bool) -> Part | None:
    """Come back on something said earlier."""
    for name, labels, low, high in (
        ("tegenspraak", ("bagatelliseren",), 1, 6),
        ("herinnert_verwijt", ("verwijt", "oordeel"), 3, 8),
        ("herinnert_belofte", ("belofte", "afspraak"), 3, 9),
    ):
        found = scene.memory.turn_age(labels)
        if not found or not low <= found[0] <= high or scene.memory.probe_age(name) is not None:
            continue
        if name == "tegenspraak" and not {"zorg", "observatie"} & scene.labels:
            continue
        if name == "herinnert_belofte" and not _promised(scene, found[1].valkuilen):
            continue
        label = next(label for label in labels if label in found[1].labels)
        if not _sure(found[1], label):
            continue
        part = voice.act("moves", name, plain=plain) if voice.chance(name, 0.5) else None
        if part:
            text = part.text.replace("{citaat}", quote(found[1].fragment(label)))
            return Part(text, part.keys, f"memory.{name}", probe=name)
    return None


def _sure(turn: TurnAnalysis, label: str) -> bool:
    """Tell whether the analysis is certain enough to quote the trainee."""
    return all(span.probability >= SURE for span in turn.spans if span.label == label)


def _promised(scene: Scene, pitfalls: tuple[str, ...]) -> bool:
    return "belofte" in pitfalls or "agreement" in scene.memory.marks


def quote(fragment: str) -> str:
    """Shorten the trainee's own words to what a parent would repeat."""
    words = fragment.strip(_EDGES).split()
    short = " ".join(words[:QUOTE_WORDS]).rstrip(_EDGES)
    return short.replace("{", "").replace("}", "") + ("…" if len(words) > QUOTE_WORDS else "")
