"""What the parent came for: the answer to a general invitation to tell."""

from __future__ import annotations

from bot.parent.hearing import says
from bot.parent.memory import Part
from bot.parent.scene import Scene
from bot.parent.voice import Voice, keyed

_PRECISE = {
    "herkenning",
    "verklaring",
    "verwachting",
    "meedenken",
    "hulp_nagaan",
    "thuissituatie",
    "samenvattend",
}
"""Questions that ask for something more precise than what the parent came for."""


def own_point(scene: Scene, voice: Voice) -> Part | None:
    """Answer a general invitation to tell with what the parent came for, at first or while angry."""
    told = any("." in fact for fact in scene.memory.told)
    angry = scene.memory.acts() & set(scene.cast.world.effects.groups.critical)
    if scene.labels & _PRECISE or scene.hurt or told or not (angry or scene.memory.number <= 2):
        return None
    if not says(scene.turn.text.lower(), scene.cast.world.hearing.invites):
        return None
    return grievance(scene, voice)


def grievance(scene: Scene, voice: Voice) -> Part | None:
    """Say what the parent came for; an angry one says it again with another thing that went wrong."""
    person = scene.cast.person
    spare = keyed(f"{person.id}.moves.valt_leraar_aan.elk", _own_moves(scene, "valt_leraar_aan"))
    lines = voice.tiers("answers", "gesteld_eigen_punt")
    own = [tier for tier in lines if tier and tier[0][0].startswith(person.id)]
    return voice.pick("answers.gesteld_eigen_punt", [*own[:1], spare, *own[1:]]) or voice.act(
        "answers", "gesteld_eigen_punt"
    )


def _own_moves(scene: Scene, name: str) -> tuple[str, ...]:
    found = scene.cast.person.moves.get(name)
    return found.elk if found else ()


def aired(scene: Scene) -> int:
    """Count how often the parent already said what it came for."""
    return sum("gesteld_eigen_punt" in key for key in scene.memory.used)
