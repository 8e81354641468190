"""Turns that are no ordinary turn, and slips such as a wrong name; answered in character."""

from __future__ import annotations

from bot.parent.memory import Part
from bot.parent.scene import Scene
from bot.parent.slips import wrong_gender, wrong_names
from bot.parent.voice import Voice


def strange(scene: Scene, voice: Voice) -> Part | None:
    """React to a strange turn as someone who is simply a parent."""
    return voice.act("strange", scene.turn.kind)


def wrong_name(scene: Scene, voice: Voice, plain: bool) -> Part | None:
    """React when the trainee gets the child's name wrong, or speaks of a son as a daughter (once)."""
    if wrong_names(scene):
        return voice.act("strange", "verkeerde_naam", plain=plain)
    noticed = any("verkeerd_geslacht" in key for key in scene.memory.used)
    if not noticed and wrong_gender(scene):
        return voice.act("strange", "verkeerd_geslacht", plain=plain)
    return None
