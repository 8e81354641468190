"""The third part of a reply: the parent's own move, which often tests the trainee."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.case import Probe
from bot.parent.facts import GUARDED
from bot.parent.memory import Part
from bot.parent.model import Move
from bot.parent.scene import Scene
from bot.parent.voice import Voice, keyed

AGAIN = 8
"""Turns after which the parent may make the same move again, with other words."""

OUTBURST = 0.7
"""Tension (0 to 1) from which a parent may shout, threaten or stand up."""

QUOTE_WORDS = 8

_EDGES = " .,;:!?\"'\u201c\u201d\u2018\u2019"
"""Marks that are left out around a quote, curly quotation marks included."""

_NEEDS_TOLD = {"vraagt_geheim", "verdriet"}
"""Acts that only make sense once the parent told something that matters."""

_FREE = {"school", "thuis"}
"""Topics that are always on the table."""


def own_move(scene: Scene, voice: Voice, plain: bool) -> Part | None:
    """Choose an own move; `plain` asks for one without a question."""
    remembered = _remembered(scene, voice, plain)
    if remembered:
        return remembered
    moves = dict(_open_moves(scene))
    order = voice.shuffled("moves", list(moves))
    for name in sorted(order, key=lambda name: not _on_topic(scene, moves[name])):
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


def _open_moves(scene: Scene) -> Iterator[tuple[str, Move | Probe]]:
    cast = scene.cast
    own: dict[str, Move | Probe] = {**cast.world.moves[cast.kind.id]}
    own |= {f"{cast.case.id}.{probe.id}": probe for probe in cast.case.probes}
    own |= {
        n: move
        for n, move in cast.world.moves.get("shared", {}).items()
        if n not in own and _now(scene, move)
    }
    for name, move in own.items():
        age = scene.memory.probe_age(name)
        if (age is None or age > AGAIN) and scene.band in move.tension and _in_place(scene, move):
            yield name, move


def _in_place(scene: Scene, move: Move | Probe) -> bool:
    """Tell whether a move leans on nothing that was not said yet."""
    topic = move.topic if isinstance(move, Probe) else None
    if _outburst(move) and not _provoked(scene):
        return False
    if _NEEDS_TOLD & set(move.acts) and (topic or "vraagt_geheim" in move.acts):
        return bool(scene.memory.marks.get("private")) or _told_deep(scene, topic)
    return topic is None or topic in _FREE or topic in scene.touched


def _outburst(move: Move | Probe) -> bool:
    acts = set(move.acts)
    return bool(acts & {"grens_over", "dreigt"}) or {"wil_weg", "boos"} <= acts


def _provoked(scene: Scene) -> bool:
    """Tell whether shouting or threatening fits: very tense, and nothing kind was just said."""
    kind = scene.labels & set(scene.cast.world.effects.groups.relation)
    return scene.mind.spanning >= OUTBURST and not kind


def _told_deep(scene: Scene, topic: str | None) -> bool:
    told = (fact.partition(".") for fact in scene.memory.told)
    deep = {name for name, _, fact_id in told for fact in scene.cast.home.get(name, ("", ()))[1]
            if fact.id == fact_id and fact.openness >= GUARDED}  # fmt: skip
    return topic in deep if topic else bool(deep)


def _now(scene: Scene, move: Move) -> bool:
    occasions = {"always"}
    if scene.cast.setup.form == "meldcode_stap_3":
        occasions.add("meldcode")
    if scene.memory.marks.get("private"):
        occasions.add("private")
    return bool(occasions & set(move.when))


def _on_topic(scene: Scene, move: Move | Probe) -> bool:
    topic = move.topic if isinstance(move, Probe) else None
    return topic is not None and topic in (*scene.turn.topics, scene.last_topic)


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
        part = voice.act("moves", name, plain=plain) if voice.chance(name, 0.5) else None
        if part:
            text = part.text.replace("{citaat}", quote(found[1].fragment(label)))
            return Part(text, part.keys, f"memory.{name}", probe=name)
    return None


def _promised(scene: Scene, pitfalls: tuple[str, ...]) -> bool:
    return "belofte" in pitfalls or "agreement" in scene.memory.marks


def quote(fragment: str) -> str:
    """Shorten the trainee's own words to what a parent would repeat."""
    words = fragment.strip(_EDGES).split()
    short = " ".join(words[:QUOTE_WORDS]).rstrip(_EDGES)
    return short.replace("{", "").replace("}", "") + ("…" if len(words) > QUOTE_WORDS else "")
