"""Whether the moment is right for an own move of the parent: it leans on nothing that was not said."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.case import Probe
from bot.parent.facts import GUARDED
from bot.parent.hearing import says
from bot.parent.memory import Part
from bot.parent.model import Move
from bot.parent.proposals import PROPOSALS
from bot.parent.scene import Scene

OUTBURST = 0.7
"""Tension (0 to 1) from which a parent may shout, threaten or stand up."""

SEES, TRUSTS, SHARES = 1.1, 0.35, 1.5
"""Place on the ladder (0 to 3) from which a parent asks what to do; trust from which one shows weakness;
place on the ladder from which a parent no longer denies or asks for more."""

GRATEFUL, AT_EASE = 0.62, 0.66
"""Trust from which a parent thanks unasked; from which it no longer asks to keep a secret."""

_THANKED = {"waardering", "positief", "emotie_erkennen", "afspraak", "vervolg", "oplossing", "excuses"}
"""Labels after which thanks are no surprise."""

_FREE = {"school", "thuis"}
"""Topics that are always on the table."""

_FORWARD = {"idee", "vraagt_advies", "stemt_in"}
"""Acts that look for a way forward."""

_PERSONAL = {"verdriet", "onzeker"}
"""Acts that show the parent's own pain."""

_CLOSING = {"vastleggen", "afspraak", "vervolg", "begrip_checken", "samenvatting", "afronding"}
"""Labels with which a conversation winds down once something is agreed."""

_ON_CONCERN = {"vraagt_advies", "vraagt_ander_kind", "vraagt_belofte", "vraagt_verdenking"}
"""Acts that make no sense before anything was said about the child."""

_PAIRS: tuple[set[str], ...] = ({"onzeker", "vraagt_mening"}, {"hoge_eis", "geeft_advies"})
"""The same for acts that come together."""

_STUNG = {
    "boos",
    "kritiek",
    "wil_weg",
    "grens_over",
    "dreigt",
    "kort",
    "weigert",
    "vraagt_verdenking",
    "verdriet",
}
"""Acts that may follow on a pitfall that hurts."""

_AGAINST = {"kritiek", "boos"}
_REFUSED = (".denies", "_nee", ".ontwijkt", ".dichtgeklapt", ".al_verteld", ".weet_niet")
_TOLD = ("home", "signals", "explanations")
_TO_PROPOSAL = ("answers.oplossing", "answers.afspraak", "answers.vervolg", "answers.deskundige")


def in_place(scene: Scene, move: Move | Probe, said: Sequence[Part]) -> bool:
    """Tell whether an own move fits after this turn and after what the parent said in reply."""
    acts = set(move.acts)
    if _outburst(acts) and not _provoked(scene):
        return False
    answered = any(part.kind.startswith(_TO_PROPOSAL) for part in said)
    if isinstance(move, Probe) and (answered or not _concern_named(scene)):
        return False
    if isinstance(move, Probe) and not on_topic(scene, move, said):
        return False
    agreed = "agreement" in scene.memory.marks or any("agreement" in part.marks for part in said)
    if scene.labels & _CLOSING and agreed:
        return "bedankt" in acts
    if not _concern_named(scene) and (acts & _ON_CONCERN or any(pair <= acts for pair in _PAIRS)):
        return "boos" in acts
    return _at_door(scene, acts) and _in_mood(scene, acts, said) and _after(scene, move, said)


def _at_door(scene: Scene, acts: set[str]) -> bool:
    """Only who comes in angry or with a hurry begins of own accord."""
    return scene.memory.number > 1 or bool(acts & {"boos", "wil_weg"})


def _in_mood(scene: Scene, acts: set[str], said: Sequence[Part]) -> bool:
    """Tell whether the act fits how the parent feels; a dependent parent asks and doubts at any time."""
    needy = scene.cast.kind.id == "afhankelijk" and "idee" not in acts
    if needy and "vraagt_advies" in acts and any(part.kind.startswith(_TOLD) for part in said):
        return False
    stung = acts & (_STUNG if scene.cast.kind.shouts else _STUNG - {"kritiek"})
    if scene.hurt and not stung and not (needy and acts & {"onzeker", "vraagt_belofte"}):
        return False
    refused = any(part.kind.endswith(_REFUSED) for part in said)
    if refused and len(said) > 1 and not _outburst(acts):
        return False
    return _occasion(scene, acts) and _not_too_hard(scene, acts) and (needy or _ready(scene, acts, refused))


def _ready(scene: Scene, acts: set[str], refused: bool) -> bool:
    """Tell whether the parent is far enough to look for a way forward or to show weakness."""
    if (acts & _FORWARD or acts == {"vraagt_mening"}) and (refused or scene.mind.ladder < SEES):
        return False
    if refused and acts & {"vertelt", "overbelast", *_PERSONAL} and not _outburst(acts):
        return False
    weak = bool(acts & {"vertelt", *_PERSONAL})
    return not weak or (scene.memory.number > 2 and scene.mind.vertrouwen >= TRUSTS)


def _occasion(scene: Scene, acts: set[str]) -> bool:
    """Tell whether what the act leans on was said."""
    if "schrik" in acts and not scene.labels & {"observatie", "zorg"}:
        return False
    if "stemt_in" in acts and "agreement" in scene.memory.marks:
        return False
    if "bedankt" in acts and not (scene.labels & _THANKED or scene.mind.vertrouwen >= GRATEFUL):
        return False
    if "vraagt_geheim" in acts and not _uneasy(scene):
        return False
    if acts == {"vertelt"} and not scene.turn.asks and not scene.labels and scene.cast.kind.id == "betrokken":
        return False
    if "overbelast" in acts and not (scene.turn.asks or _concern_named(scene)):
        return False
    return "weigert" not in acts or bool(scene.labels & {*PROPOSALS, "opdringen", "zorg", "observatie"})


def _uneasy(scene: Scene) -> bool:
    """Tell whether a parent still asks to keep it here: once, and not when trust is high."""
    asked = any("vraagt_geheim" in reply.acts for reply in scene.memory.replies)
    return not asked and scene.mind.vertrouwen < AT_EASE


def _not_too_hard(scene: Scene, acts: set[str]) -> bool:
    """Tell whether denying, demanding or criticising still fits a parent who came round."""
    shares = scene.mind.ladder >= SHARES
    if shares and (acts & {"hoge_eis", "ontkent"} or (acts & _AGAINST and scene.band == "laag")):
        return False
    kind_words = scene.labels & set(scene.cast.world.effects.groups.relation)
    return not (acts & _AGAINST and "geeft_advies" not in acts and kind_words and scene.band != "hoog")


def _after(scene: Scene, move: Move | Probe, said: Sequence[Part]) -> bool:
    """After something that matters was told only what belongs to it may follow."""
    acts, topic = set(move.acts), move.topic if isinstance(move, Probe) else None
    if {"vraagt_geheim", "verdriet"} & acts and (topic or "vraagt_geheim" in acts):
        if topic is None and not any(part.deep for part in said):
            return False
        if topic is not None and not _told_deep(scene, topic):
            return False
    if any(part.deep for part in said):
        return "vraagt_geheim" in acts or (
            topic is not None and topic in {p.marks.get("topic") for p in said}
        )
    return True


def _concern_named(scene: Scene) -> bool:
    named = scene.named_signal is not None and scene.memory.number > 1
    return named or "mentioned" in scene.memory.marks


def on_topic(scene: Scene, move: Move | Probe, said: Sequence[Part]) -> bool:
    """Tell whether a move is about what is being talked about."""
    topic = move.topic if isinstance(move, Probe) else None
    about = {part.marks.get("topic") for part in said} - {None}
    if topic is None or topic in _FREE:
        said_much = scene.labels & {"zorg", "observatie"} or scene.turn.valkuilen
        return topic is not None and bool(said_much) and not scene.turn.asks
    if about:
        return topic in about
    signal = {scene.named_signal.topic} if scene.named_signal else set()
    return topic in {scene.last_topic, *scene.turn.topics} | signal and topic in scene.touched


def now(scene: Scene, move: Move) -> bool:
    """Tell whether there is an occasion for a move any parent may make."""
    occasions = {"always"}
    if scene.cast.setup.form == "meldcode_stap_3" and _concern_named(scene):
        occasions.add("meldcode")
    if scene.memory.marks.get("private"):
        occasions.add("private")
    reporting = scene.cast.world.hearing.reporting
    if any(says(turn.text.lower(), reporting) for turn in (*scene.memory.turns, scene.turn)):
        occasions.add("veilig_thuis")
    return bool(occasions & set(move.when))


def _outburst(acts: set[str]) -> bool:
    return bool(acts & {"grens_over", "dreigt"}) or {"wil_weg", "boos"} <= acts


def _provoked(scene: Scene) -> bool:
    """Tell whether shouting or threatening fits: very tense, and nothing kind was just said."""
    kind = scene.labels & set(scene.cast.world.effects.groups.relation)
    stung = scene.turn.valkuilen or scene.hurt or scene.pushed or not scene.turn.asks
    return scene.mind.spanning >= OUTBURST and bool(stung) and not kind


def _told_deep(scene: Scene, topic: str | None) -> bool:
    """Tell whether something guarded was told, about this topic or at all; the secret covers all."""
    if "hidden" in scene.memory.told:
        return True
    told = (fact.partition(".") for fact in scene.memory.told)
    deep = {name for name, _, fact_id in told for fact in scene.cast.home.get(name, ("", ()))[1]
            if fact.id == fact_id and fact.openness >= GUARDED}  # fmt: skip
    return topic in deep if topic else bool(deep)
