"""What the parent thinks and does not say: one thought a turn, for the debrief."""

from __future__ import annotations

from collections.abc import Iterator

from bot.exercise import Beliefs
from bot.parent.memory import Part
from bot.parent.scene import Scene
from bot.parent.voice import Voice, keyed

_NAMES = {
    "gehoord": "gehoord",
    "beschuldigd": "beschuldigd",
    "vertrouwt_school": "vertrouwen",
    "ziet_probleem": "probleem",
    "wil_samenwerken": "samen",
    "grip": "grip",
}
LITTLE = 0.05
"""Change of a belief (0 to 1) below which nothing much happened."""


def thought(scene: Scene, voice: Voice) -> Part | None:
    """Choose the thought that fits the biggest change of belief in this turn."""
    for name in _causes(scene):
        person, reserve = scene.cast.person, scene.cast.world.reserve
        own = keyed(f"{person.id}.thoughts.{name}", person.thoughts.get(name, ()))
        spare = keyed(f"algemeen.thoughts.{name}", reserve.thoughts.get(name, ()))
        part = voice.pick(f"thoughts.{name}", [own, spare])
        if part:
            return part
    return None


def _causes(scene: Scene) -> Iterator[str]:
    if scene.turn.kind != "beurt":
        yield "onbegrepen"
    elif scene.pushed:
        yield "overspoeld"
    moved = _moved(scene.before.beliefs, scene.mind.beliefs)
    yield from (f"{name}_{'op' if by > 0 else 'neer'}" for name, by in moved if abs(by) >= LITTLE)
    yield "gelijk"


def _moved(old: Beliefs, new: Beliefs) -> list[tuple[str, float]]:
    moved = [(name, getattr(new, belief) - getattr(old, belief)) for belief, name in _NAMES.items()]
    return sorted(moved, key=lambda item: -abs(item[1]))
