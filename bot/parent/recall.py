"""The parent comes back on something said earlier: by the trainee, or by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.analysis.turn import TurnAnalysis
from bot.parent import agreeing
from bot.parent.memory import Part
from bot.parent.scene import Scene
from bot.parent.voice import Voice

QUOTE_WORDS = 8

SURE = 0.6
"""Probability (0 to 1) from which the parent quotes the trainee's own words."""

_EDGES = " .,;:!?\"'\u201c\u201d\u2018\u2019"
"""Marks that are left out around a quote, curly quotation marks included."""

_EARLIER: tuple[tuple[str, tuple[str, ...], int, int, float], ...] = (
    ("tegenspraak", ("bagatelliseren",), 1, 6, 0.5),
    ("herinnert_verwijt", ("verwijt", "oordeel"), 3, 8, 0.5),
    ("herinnert_belofte", ("belofte", "afspraak"), 3, 9, 0.5),
    ("herinnert_aardig", ("waardering", "positief"), 3, 8, 0.35),
    ("herinnert_feit", ("observatie",), 3, 8, 0.3),
)
"""Act of memory, the labels it comes back on, least and most turns ago, and the chance that it comes."""

_TOLD = ("home", "signals", "explanations", "wish", "fear", "moves.")
"""Kinds of answer after which a parent does not wander off to a kind word or a fact of before."""

RECOGNISES = 1.0
"""Place on the ladder (0 to 3) from which a fact of the trainee occupies the parent."""


def caught(scene: Scene, voice: Voice, plain: bool) -> Part | None:
    """Notice a broken promise or a contradiction in what the trainee says now; this is never let pass."""
    turn = agreeing.broken(scene)
    if turn:
        return _part(scene, voice, "belofte_gebroken", _promise_of(turn), plain)
    before = agreeing.contradicted(scene)
    return _part(scene, voice, "tegenspraak_feit", before, plain) if before else None


def remembered(scene: Scene, voice: Voice, said: Sequence[Part]) -> Part | None:
    """Come back on something said earlier, now and then."""
    plain = any("?" in part.text for part in said)
    kept = agreeing.kept(scene) if scene.band != "hoog" else None
    if kept and voice.chance("belofte_gehouden", 0.7):
        part = _part(scene, voice, "belofte_gehouden", kept.text, plain)
        if part:
            return part
    if _turned(scene, said) and voice.chance("herinnert_zichzelf", 0.6):
        part = _part(scene, voice, "herinnert_zichzelf", "", plain)
        if part:
            return part
    told = any(part.kind.startswith(_TOLD) for part in said)
    for name, labels, low, high, chance in _EARLIER:
        if told and name in ("herinnert_aardig", "herinnert_feit"):
            continue
        found = scene.memory.turn_age(labels)
        if found and low <= found[0] <= high and _FITS[name](scene, found[1]) and voice.chance(name, chance):
            label = next(label for label in labels if label in found[1].labels)
            part = (
                _part(scene, voice, name, found[1].fragment(label), plain) if sure(found[1], label) else None
            )
            if part:
                return part
    return None


def _part(scene: Scene, voice: Voice, name: str, words: str, plain: bool) -> Part | None:
    """Choose a line for an act of memory, once a conversation, with the words it comes back on."""
    if scene.memory.probe_age(name) is not None:
        return None
    part = voice.act("moves", name, plain=plain)
    return part and Part(part.text.replace("{citaat}", quote(words)), part.keys, f"memory.{name}", probe=name)


def _promise_of(turn: TurnAnalysis) -> str:
    return turn.fragment("belofte" if "belofte" in turn.labels else "afspraak")


def _turned(scene: Scene, said: Sequence[Part]) -> bool:
    """Tell whether the parent now recognises what it denied before."""
    before = scene.memory.signals
    ways = (part.marks for part in said if "signal" in part.marks)
    return any(m["way"] in ("half", "recognises") and before.get(m["signal"]) == "denies" for m in ways)


def _fits_contradiction(scene: Scene, _: TurnAnalysis) -> bool:
    return bool({"zorg", "observatie"} & scene.labels)


def _fits_reproach(scene: Scene, _: TurnAnalysis) -> bool:
    return not scene.labels & {"excuses", "afronding"}


def _fits_promise(scene: Scene, turn: TurnAnalysis) -> bool:
    return "belofte" in turn.valkuilen or "agreement" in scene.memory.marks


def _fits_kindness(scene: Scene, turn: TurnAnalysis) -> bool:
    return scene.band != "hoog" and not scene.turn.valkuilen and not turn.valkuilen and not scene.hurt


def _fits_fact(scene: Scene, turn: TurnAnalysis) -> bool:
    calm = scene.band != "hoog" and scene.mind.ladder >= RECOGNISES and not scene.turn.valkuilen
    return calm and scene.named_signal is None and not turn.valkuilen


_FITS: dict[str, Callable[[Scene, TurnAnalysis], bool]] = {
    "tegenspraak": _fits_contradiction,
    "herinnert_verwijt": _fits_reproach,
    "herinnert_belofte": _fits_promise,
    "herinnert_aardig": _fits_kindness,
    "herinnert_feit": _fits_fact,
}


def sure(turn: TurnAnalysis, label: str) -> bool:
    """Tell whether the analysis is certain enough to quote the trainee."""
    return all(span.probability >= SURE for span in turn.spans if span.label == label)


def quote(fragment: str) -> str:
    """Shorten the trainee's own words to what a parent would repeat."""
    words = fragment.strip(_EDGES).split()
    short = " ".join(words[:QUOTE_WORDS]).rstrip(_EDGES)
    return short.replace("{", "").replace("}", "") + ("…" if len(words) > QUOTE_WORDS else "")
