"""The third part of a reply: the parent's own move, which often tests the trainee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.content.case import Probe
from bot.parent.fitting import in_place, now, on_topic
from bot.parent.memory import Part
from bot.parent.model import Move
from bot.parent.recall import remembered
from bot.parent.scene import Scene
from bot.parent.voice import Voice, keyed

AGAIN = 8
"""Turns after which the parent may make the same move again, with other words."""


def own_move(scene: Scene, voice: Voice, said: Sequence[Part]) -> Part | None:
    """Choose an own move that fits after what was already said; never a second question."""
    plain = any("?" in part.text for part in said)
    earlier = remembered(scene, voice, said)
    if earlier:
        return earlier
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
