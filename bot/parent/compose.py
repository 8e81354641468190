"""Puts the parts of a reply together: reaction, answer, own move, and a gesture now and then."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.person import Band
from bot.exercise import Ending
from bot.parent.answers import answer
from bot.parent.endings import about_to_leave, ending, last_words
from bot.parent.memory import Part
from bot.parent.model import Act, Expresses
from bot.parent.moves import own_move, warning
from bot.parent.proposals import decide, decision_marks
from bot.parent.reactions import reaction
from bot.parent.recall import caught
from bot.parent.scene import Scene
from bot.parent.strange import strange, wrong_name
from bot.parent.voice import Voice

LONG = 170
"""Characters from which a reply is long enough without an own move."""

LONG_PAIR = 120
"""The same for a reaction and an answer together."""

ANGRY = 0.75
"""Tension from which a type that shouts is heard to be angry."""

_ENOUGH = {"hidden", "background", "ideas"} | {
    f"answers.{act}"
    for act in (
        "dichtgeklapt",
        "oplossing_ja",
        "oplossing_aarzelt",
        "afspraak_ja",
        "vervolg_ja",
        "deskundige_ja",
        "begrip_ja",
        "gesteld_eigen_punt",
    )
}
"""Kinds of answer after which a parent adds nothing."""

_FROM_THE_HEART = {"answers.beleving", "answers.verwachting", "wish", "fear"}
"""Kinds of answer that stand alone, unless anger drives on."""

_CUE: dict[Band, float] = {"hoog": 0.45, "midden": 0.33, "laag": 0.25}


def parts_of(scene: Scene, voice: Voice) -> tuple[list[Part], Ending | None]:
    """Choose the parts of the reply, and how the conversation ends if it does."""
    decision = decide(scene) if scene.turn.kind == "beurt" else None
    end = ending(scene, decision)
    if end:
        words = last_words(voice, end[0])
        marks = decision_marks(scene, decision) if decision else {}
        return [Part(words.text, words.keys, words.kind, marks=marks)] if words else [], end[1]
    if scene.turn.kind != "beurt":
        odd = strange(scene, voice)
        return _and_warning(scene, voice, [odd] if odd else []), None
    return _ordinary(scene, voice), None


def _ordinary(scene: Scene, voice: Voice) -> list[Part]:
    content = answer(scene, voice)
    if content is None and scene.memory.number == 1 and not scene.labels:
        content = voice.act("reactions", "welkom")  # sitting down and shaking hands
    slip = wrong_name(scene, voice, plain=content is not None and "?" in content.text)
    first = slip or reaction(scene, voice, content)
    parts = [part for part in (first, content) if part]
    if about_to_leave(scene):
        return _and_warning(scene, voice, parts[:1])
    noticed = caught(scene, voice, plain=any("?" in part.text for part in parts))
    if noticed:
        return [*(part for part in parts if _beside(part, noticed)), noticed]
    if _moves_now(scene, voice, parts):
        move = own_move(scene, voice, parts)
        parts += [move] if move else []
    return parts or [part for part in (voice.act("answers", "luistert"),) if part]


def _beside(part: Part, noticed: Part) -> bool:
    """Tell whether a part can stand beside what is noticed: nobody agrees to what breaks a promise."""
    if part.kind.startswith(("reactions.", "strange.", "moves.")):
        return not part.kind.endswith(("waardering", "metacommunicatie", "gezamenlijk_belang"))
    return noticed.kind != "memory.belofte_gebroken"


def _and_warning(scene: Scene, voice: Voice, parts: list[Part]) -> list[Part]:
    if not about_to_leave(scene):
        return parts
    return [*parts, warning(scene, voice) or Part("", marks={"warned": True})]


def _moves_now(scene: Scene, voice: Voice, parts: Sequence[Part]) -> bool:
    kinds = {part.kind for part in parts}
    if kinds & _ENOUGH or (kinds & _FROM_THE_HEART and scene.band != "hoog"):
        return False
    if sum(len(p.text) for p in parts) > (LONG if len(parts) < 2 else LONG_PAIR):
        return False
    likelihood = scene.cast.kind.initiative + (-0.25 if scene.memory.last.probe else 0.1)
    only_reacts = all(kind.startswith("reactions.") for kind in kinds)
    return voice.chance("own_move", likelihood + (0.15 if only_reacts else 0.0))


def text_of(scene: Scene, voice: Voice, parts: Sequence[Part]) -> tuple[str, tuple[str, ...]]:
    """Join the parts with a gesture now and then; give the text and the keys of gestures spent."""
    text = " ".join(voice.fill(part.text) for part in parts if part.text)
    if text and ("(" in text or not voice.chance("cue", _CUE[scene.band])):
        return text, ()
    cue = voice.cue() or voice.cue("midden")
    if not cue:
        return text or (*scene.cast.person.cues.all, *scene.cast.world.reserve.cues.all)[0], ()
    return (
        f"{cue.text} {text}" if voice.chance("cue_first", 0.6) else f"{text} {cue.text}"
    ).strip(), cue.keys


def acts_of(scene: Scene, parts: Sequence[Part]) -> tuple[str, ...]:
    """Give what the reply does, as the debrief looks for it (parent_acts.yml)."""
    kind = scene.cast.kind
    acts = [act for part in parts for act in (*part.acts, *expressed(scene, part))]
    acts = [item for act in acts for item in (kind.intense if act == "heftig" else (act,))]
    if kind.shouts and scene.mind.spanning >= ANGRY:
        acts.append("boos")
    return tuple(dict.fromkeys(acts)) or ("neutraal",)


def expressed(scene: Scene, part: Part) -> tuple[str, ...]:
    """Give what a line of this kind expresses in its band."""
    world = scene.cast.world
    if part.kind in world.effects.expresses:
        return world.effects.expresses[part.kind]
    group, _, name = part.kind.partition(".")
    table = world.acts.get("memory" if group == "memory" else group, {})
    spec: Act | None = table.get(name) or world.acts["memory"].get(name)
    if spec is None:
        return ()
    said: Expresses = spec.expresses
    return said.get(_band_of(part, scene.band), ()) if isinstance(said, dict) else said


def _band_of(part: Part, band: Band) -> Band:
    """Give the band the line was written for; a line for any band counts as the present one."""
    words = part.keys[0].split(".") if part.keys else []
    return next((name for name in ("hoog", "midden", "laag") if name in words), band)
