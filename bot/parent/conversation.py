"""The two things a parent does: come in, and react. Pure functions of their arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.analysis.turn import TurnAnalysis
from bot.content.shelf import shelved
from bot.exercise import Cause, Exchange, Reply, Setup
from bot.parent.change import change
from bot.parent.compose import acts_of, parts_of, text_of
from bot.parent.endings import about_to_leave
from bot.parent.hearing import heard
from bot.parent.library import Cast, cast
from bot.parent.memory import Memory, Part
from bot.parent.mind import Mind, settle
from bot.parent.model import plain
from bot.parent.scene import Scene
from bot.parent.thoughts import thought
from bot.parent.voice import Voice, band_of, keyed

_OPENING_ACTS = ("boos", "kritiek")
"""What the opening of an angry parent does."""


@shelved(maxsize=64)
def open_conversation(setup: Setup) -> Reply:
    """Let the parent come in: a gesture and an opening line, in the state of type and difficulty."""
    players = cast(setup)
    mind = Mind.at_start(players.kind.start[setup.difficulty])
    voice = Voice(players, None, 0, band_of(mind.spanning))
    cue = voice.cue()
    line = voice.pick("openings", [keyed(f"{players.person.id}.openings", players.person.openings)])
    parts = [part for part in (cue, line) if part]
    if line and "(" in line.text:
        parts = [line]
    angry = players.kind.shouts and mind.spanning >= 0.65
    return Reply(
        text=" ".join(voice.fill(part.text) for part in parts),
        state=mind.state,
        beliefs=mind.beliefs,
        acts=_OPENING_ACTS if angry else ("neutraal",),
        used=tuple(key for part in parts for key in part.keys),
    )


def react(setup: Setup, history: Sequence[Exchange], turn: TurnAnalysis) -> Reply:
    """Let the parent answer a turn; everything from the past is read from the history."""
    players, opening = cast(setup), open_conversation(setup)
    memory = Memory(opening, tuple(history))
    before = Mind.of(memory.last.state, memory.last.beliefs)
    if turn.kind == "noodgeval":
        return Reply(players.world.emergency, before.state, before.beliefs, acts=("neutraal",))
    turn = heard(turn, [item.text for item in memory.turns], players.world.hearing)
    effect = change(players, memory, before, turn)
    scene = _scene(players, memory, turn, before, effect.causes, effect.pushed)
    voice = Voice(players, memory, memory.number, scene.band)
    parts, end = parts_of(scene, voice)
    causes = effect.causes + _disclosed(players, parts, turn)
    scene = _scene(players, memory, turn, before, causes, effect.pushed)
    text, cues = text_of(scene, voice, parts)
    inner = thought(scene, voice)
    _, shown = settle(before, causes, players.kind, scene.talked_over)
    return Reply(
        text=text,
        state=scene.mind.state,
        beliefs=scene.mind.beliefs,
        thought=voice.fill(inner.text) if inner else "",
        acts=acts_of(scene, parts),
        causes=shown,
        used=(*(key for part in parts for key in part.keys), *cues, *(inner.keys if inner else ())),
        told=tuple(fact for part in parts for fact in part.told),
        probe=next((part.probe for part in parts if part.probe), None),
        marks=_marks(scene, parts),
        ending=end,
    )


def _scene(
    players: Cast, memory: Memory, turn: TurnAnalysis, before: Mind, causes: tuple[Cause, ...], pushed: bool
) -> Scene:
    draft = Scene(players, memory, turn, before, before, pushed)
    mind, _ = settle(before, causes, players.kind, draft.talked_over)
    return Scene(players, memory, turn, before, mind, pushed)


def _disclosed(players: Cast, parts: Sequence[Part], turn: TurnAnalysis) -> tuple[Cause, ...]:
    """Give what telling does: it lightens, and brings the parent up the ladder."""
    rules = players.world.effects.rules
    told = (part.kind for part in parts if part.deep and part.kind in rules)
    return tuple(Cause(kind, turn.text, plain(rules[kind])) for kind in told)


def _marks(scene: Scene, parts: Sequence[Part]) -> dict[str, Any]:
    marks: dict[str, Any] = {}
    if scene.named_signal:
        marks["mentioned"] = scene.named_signal.id
    for part in parts:
        marks |= part.marks
    leaving = any("wil_weg" in part.acts for part in parts) and scene.band == "hoog"
    if leaving or about_to_leave(scene):
        marks["warned"] = True
    return marks
