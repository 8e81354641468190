"""The first part of a reply: how what was said comes in."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.person import Band
from bot.parent.memory import Part
from bot.parent.scene import Scene
from bot.parent.voice import Voice

_ALSO_WITH_ANSWER = 0.6
"""Chance of a reaction to an observation or concern that also gets an answer."""


def reaction(scene: Scene, voice: Voice, answer: Part | None) -> Part | None:
    """Choose how the turn comes in; nothing when only a plain question was asked."""
    plain = answer is not None and "?" in answer.text
    if scene.same_words:
        again = voice.act("moves", "zelfde_vraag", plain=plain)
        if again:
            return again
    for act, band in _candidates(scene, voice, answer):
        part = voice.act("reactions", act, band, plain)
        if part:
            return part
    return None


def _candidates(scene: Scene, voice: Voice, answer: Part | None) -> Iterator[tuple[str, Band]]:
    kind = answer.kind if answer else ""
    for group in scene.cast.world.effects.reaction_order:
        for label in group:
            present = scene.pushed if label == "pushed" else label in scene.labels
            if present and _fits(scene, voice, label, kind):
                yield label, _band(scene, kind)


_SOFT = {
    "waardering",
    "metacommunicatie",
    "gezamenlijk_belang",
    "ruimte_geven",
    "zorg",
    "observatie",
    "kader",
    "welkom",
}
"""Labels whose reaction accepts something once the parent is calm: it would clash with a denial after it."""

_DENIES = (".denies", ".half", "_nee", ".ontwijkt", ".weet_niet", ".al_verteld", ".dichtgeklapt", "_anders")


def _fits(scene: Scene, voice: Voice, label: str, kind: str) -> bool:
    if kind.endswith(_DENIES) and label in _SOFT and not scene.hot:
        return False
    if label in ("zorg", "observatie"):
        if kind in ("signals.denies", "fear", "signals.recognises"):
            return scene.hot
        return not kind or voice.chance(label, _ALSO_WITH_ANSWER)
    if label in ("positief", "kader", "welkom", "metacommunicatie", "gezamenlijk_belang"):
        return not kind or voice.chance(label, _ALSO_WITH_ANSWER)
    if kind in ("hidden", "background"):
        return label == "emotie_erkennen"
    if label in ("suggestief", "retorisch", "toonvraag"):
        return not kind or kind == "answers.dichtgeklapt" or scene.hot
    if label == "meervoudig":
        return bool(kind) and voice.chance(label, 0.5)
    if label == "herhalend":
        return kind != "answers.al_verteld"
    return label != "ruimte_geven" or not kind


def _band(scene: Scene, kind: str) -> Band:
    """Give the band, but no friendly acceptance before a refusal or a denial."""
    refuses = kind.endswith(("_nee", ".denies", ".ontwijkt", ".half"))
    return "midden" if refuses and scene.band == "laag" else scene.band
