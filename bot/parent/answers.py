"""The second part of a reply: an answer to what was asked, proposed or said."""

from __future__ import annotations

from bot.parent import facts
from bot.parent.grievance import own_point
from bot.parent.memory import Part
from bot.parent.proposals import PROPOSALS, Decision, decide, decision_marks, proposal_part
from bot.parent.questions import ASKED, about_home, signal_part
from bot.parent.scene import Scene
from bot.parent.voice import Voice, keyed

_GIVES_WAY = {"meedenken", "beleving", "begrip_checken", "agenda", "samenvatting", "samenvattend", "thuis"}
"""Questions that, next to a proposal, ask about the proposal."""


CONFIDES = 0.45
"""Trust (0 to 1) from which a parent says what it is afraid of."""


def answer(scene: Scene, voice: Voice) -> Part | None:
    """Choose the answer, or nothing when the turn asks for none."""
    decision = decide(scene)
    point = None if decision else own_point(scene, voice)
    told = None if decision or point else facts.secret(scene, voice)
    if point:
        return point
    if told:
        return told
    if scene.turn.asks and _closed_down(scene) and not decision:
        return voice.act("answers", "dichtgeklapt")
    asked = _asked(scene)
    first = asked == "vastleggen" and "agreement" not in scene.memory.marks
    if decision and (decision.verdict != "ja" or asked is None or asked in _GIVES_WAY or first):
        return proposal_part(scene, voice, decision)
    part = _answer_asked(scene, voice, asked) or _statement(scene, voice)
    return _with_decision(scene, voice, part, decision)


def _with_decision(scene: Scene, voice: Voice, part: Part | None, decision: Decision | None) -> Part | None:
    if decision is None:
        return part
    if part is None:
        return proposal_part(scene, voice, decision)
    marks = part.marks | decision_marks(scene, decision)
    return Part(part.text, part.keys, part.kind, part.acts, part.told, marks, part.probe)


def _closed_down(scene: Scene) -> bool:
    return scene.cast.kind.closes and scene.mind.spanning >= 0.8 and scene.mind.openheid < 0.35


def _asked(scene: Scene) -> str | None:
    """Give the question move to answer: the last asked when the evidence tells, else the most telling."""
    found = [label for label in ASKED if label in scene.labels]
    if scene.hurt and not scene.turn.asks:
        return None
    if "vastleggen" in found and not {"afspraak", "vervolg"} & scene.labels:
        found = ["vastleggen"]
    if {"samenvattend", "begrip_checken"} <= set(found):
        found.remove("begrip_checken")
    if not found:
        return None if _tells(scene) else "thuis"
    begins = {span.label: span.begin for span in scene.turn.spans}
    return max(found, key=lambda label: (begins.get(label, 0), -found.index(label)))


def _tells(scene: Scene) -> bool:
    """Tell whether a turn without a question move mainly tells or proposes something."""
    labels = scene.labels
    if (
        not scene.turn.asks
        or set(PROPOSALS) & labels
        or {"keuze_bij_ouder", "verantwoordelijkheid", "begrenzen"} & labels
    ):
        return True
    if {"observatie", "zorg"} & labels and scene.named_signal:
        return True
    closed = not {"open", "hoe", "doorvragen"} & labels
    comforts = "emotie_erkennen" in labels and "?" not in scene.turn.text and not {"open", "hoe"} & labels
    if comforts and not scene.topics:
        return True
    if "ruimte_geven" in labels and scene.memory.number <= 2 and not scene.topics:
        return True
    return closed and ("doel" in labels or ("welkom" in labels and scene.memory.number == 1))


def _answer_asked(scene: Scene, voice: Voice, asked: str | None) -> Part | None:
    steers = set(scene.cast.world.effects.no_answer) & scene.labels
    if asked is None or (steers and not {"open", "hoe"} & scene.labels):
        return None
    return ASKED.get(asked, about_home)(scene, voice)


def _statement(scene: Scene, voice: Voice) -> Part | None:
    """Answer a turn that asks nothing."""
    if scene.turn.asks and _asked(scene) is not None:
        return None
    if scene.tells_signal and not scene.hurt:
        return signal_part(scene, voice)
    if (
        "zorg" in scene.labels
        and not scene.hot
        and scene.mind.vertrouwen >= CONFIDES
        and voice.chance("fear", 0.6)
    ):
        return voice.pick("fear", [keyed(f"{scene.cast.case.id}.fear", scene.cast.case.fear.lines)])
    for label in scene.cast.world.effects.groups.answered:
        if label in scene.labels and not scene.hurt:
            return voice.act("answers", label)
    return _silence(scene, voice) if "ruimte_geven" in scene.labels else None


def _silence(scene: Scene, voice: Voice) -> Part | None:
    topic = scene.last_topic
    return facts.tell_about(scene, voice, (topic,)) if topic and not scene.hot else None
