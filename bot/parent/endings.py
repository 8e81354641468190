"""How a conversation ends: agreed, not agreed, stopped by the trainee, or the parent walks out."""

from __future__ import annotations

from bot.exercise import Ending
from bot.parent.memory import Part
from bot.parent.proposals import Decision
from bot.parent.scene import Scene
from bot.parent.voice import Voice

LAST_TURN = 40
FIRST_LEAVE = 3
WALK_NOW, WALK_BEFORE = 0.95, 0.85
"""Tension after and before a turn with a pitfall at which a parent is about to walk out."""

_DRIVES = {"bagatelliseren", "invullen", "interpretatie"}
"""Pitfalls that, next to those that hurt, drive a parent out; vague words or jargon do not."""

_SOFT_STOP = {"vervolg", "begrenzen", "ruimte_geven", "emotie_erkennen", "afspraak"}


def about_to_leave(scene: Scene) -> bool:
    """Tell whether this turn drives the parent to the door."""
    tense = scene.mind.spanning >= WALK_NOW and scene.before.spanning >= WALK_BEFORE
    drives = bool(set(scene.turn.valkuilen) & (_DRIVES | set(scene.cast.world.effects.groups.severe)))
    return tense and (drives or scene.turn.kind == "scheldwoord")


def ending(scene: Scene, decision: Decision | None) -> tuple[str, Ending] | None:
    """Give the act of the last words and how the conversation ends, or nothing when it goes on."""
    if about_to_leave(scene) and _warned(scene) and scene.memory.number >= FIRST_LEAVE:
        return "weggelopen", "weggelopen"
    if "stoppen" in scene.labels:
        return ("gestopt_rustig" if scene.labels & _SOFT_STOP else "gestopt_boos"), "gestopt"
    if "afronding" in scene.labels and not scene.turn.asks and scene.memory.number > 3:
        return _rounded_off(scene, decision)
    return ("zonder_afspraak", "tijd") if scene.memory.number >= LAST_TURN else None


def _warned(scene: Scene) -> bool:
    return bool(scene.memory.marks.get("warned"))


def _rounded_off(scene: Scene, decision: Decision | None) -> tuple[str, Ending]:
    agreed = scene.memory.agreed or (decision is not None and decision.verdict == "ja")
    if agreed and scene.mind.spanning < 0.5:
        return "afspraak", "afspraak"
    return "zonder_afspraak", "zonder_afspraak"


def last_words(voice: Voice, act: str) -> Part | None:
    """Choose the last words."""
    return voice.act("endings", act)
