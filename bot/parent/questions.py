"""How the parent answers each kind of question: from the case, from home, from own feeling."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.parent import facts
from bot.parent.grievance import aired, grievance
from bot.parent.hearing import has_words, hits
from bot.parent.memory import Part
from bot.parent.scene import Scene
from bot.parent.voice import Voice, keyed

CONFIDES = 0.35
"""Trust (0 to 1) from which a parent who is asked says what it is afraid of."""

Answer = Callable[[Scene, Voice], Part | None]


def signal_part(scene: Scene, voice: Voice) -> Part | None:
    """Say whether the parent recognises the signal that is talked about (B1 bijlage 4)."""
    signal = scene.signal
    if signal is None:
        return None
    ladder, before = scene.mind.ladder, scene.memory.signals.get(signal.id)
    way = "denies" if scene.hot or ladder < 0.7 else "half" if ladder < 1.4 else "recognises"
    if way == "denies" and not scene.hot and "hidden" in scene.memory.told:
        way = "half"
    if way == "denies" and before in ("half", "recognises"):
        return voice.act("answers", "ontwijkt") if scene.hot else None
    ways = ("half", "recognises") if way == "half" and before == "half" and ladder >= 1.2 else (way,)
    prefix = f"{scene.cast.case.id}.signals.{signal.id}"
    lines = [keyed(f"{prefix}.{name}", getattr(signal, name)) for name in ways]
    part = voice.pick(f"signals.{way}", lines)
    marks = {"signal": signal.id, "mentioned": signal.id, "way": way, "topic": signal.topic}
    return part and Part(part.text, part.keys, f"signals.{way}", marks=marks)


def _recognition(scene: Scene, voice: Voice) -> Part | None:
    return signal_part(scene, voice) or about_home(scene, voice)


def _explanation(scene: Scene, voice: Voice) -> Part | None:
    part = facts.explanation(scene, voice)
    if part:
        return part
    kept = any(item.openness > scene.tells for item in scene.cast.case.explanations)
    told = any(fact.startswith("explanation.") for fact in scene.memory.told)
    return voice.act("answers", "al_verteld" if told and not kept else "weet_niet")


def _feeling(scene: Scene, voice: Voice) -> Part | None:
    fear = _fear(scene, voice) if scene.mind.vertrouwen >= CONFIDES and not scene.hot else None
    return fear or voice.act("answers", "beleving")


def _fear(scene: Scene, voice: Voice) -> Part | None:
    """Say what the parent is afraid of, when that is what is asked."""
    text = scene.turn.text.lower()
    asks = text.rpartition(".")[2] if "?" in text.rpartition(".")[2] else text
    if not any(hits(asks, word) for word in scene.cast.world.hearing.fears):
        return None
    return voice.pick("fear", [keyed(f"{scene.cast.case.id}.fear", scene.cast.case.fear.lines)])


def _expectation(scene: Scene, voice: Voice) -> Part | None:
    before = sum("verwachting" in turn.zetten for turn in scene.memory.turns)
    if (before % 2 == 0) == scene.hot or scene.mind.spanning >= 0.8:
        return voice.act("answers", "verwachting")
    wish = voice.pick("wish", [keyed(f"{scene.cast.case.id}.wish", scene.cast.case.wish.lines)])
    return wish or voice.act("answers", "verwachting")


def _thinking_along(scene: Scene, voice: Voice) -> Part | None:
    mind = scene.mind
    if mind.ladder < 1 or scene.hot or mind.vertrouwen < 0.35:
        return voice.act("answers", "meedenken_nee")
    lead, idea = voice.act("answers", "meedenken_ja"), _idea(scene, voice)
    if idea is None or lead is None:
        return lead
    return Part(f"{lead.text} {idea.text}", lead.keys + idea.keys, "ideas", told=idea.told, deep=True)


def _idea(scene: Scene, voice: Voice) -> Part | None:
    text = scene.turn.text.lower()
    ideas = {idea.id: idea for idea in scene.cast.case.ideas}
    order = voice.shuffled("ideas", [name for name in ideas if f"idea.{name}" not in scene.memory.told])
    for name in sorted(order, key=lambda name: not any(hits(text, word) for word in ideas[name].keywords)):
        part = voice.pick("ideas", [keyed(f"{scene.cast.case.id}.ideas.{name}", ideas[name].lines)])
        if part:
            return Part(part.text, part.keys, "ideas", told=(f"idea.{name}",))
    return None


def _help(scene: Scene, voice: Voice) -> Part | None:
    return facts.tell_about(scene, voice, ("hulp",)) or _kept_back(scene, voice, "hulp")


def _clear(scene: Scene, voice: Voice) -> Part | None:
    unclear = any("jargon" in turn.valkuilen for turn in (*scene.memory.turns[-2:], scene.turn))
    return voice.act("answers", "begrip_nee" if unclear else "begrip_ja")


def _summary(scene: Scene, voice: Voice) -> Part | None:
    return voice.act("answers", "samenvatting_anders" if scene.hot else "samenvatting_klopt")


def _agenda(scene: Scene, voice: Voice) -> Part | None:
    return voice.act("answers", "gesteld_eigen_punt" if scene.turn.asks else "agenda")


def about_home(scene: Scene, voice: Voice) -> Part | None:
    """Answer a question about home, or a follow-up on what was just said."""
    part = _new_signal(scene, voice) or facts.detail(scene, voice)
    if part:
        return part
    if scene.turn.aspect == "waardoor" and not scene.topics:
        return _explanation(scene, voice)
    if facts.unknown_detail(scene):
        return voice.act("answers", "weet_niet")
    return _told_topic(scene, voice) if scene.topics else _follow_up(scene, voice)


def _new_signal(scene: Scene, voice: Voice) -> Part | None:
    """Answer a question that names a signal nobody spoke of yet: does the parent see it?"""
    signal = scene.named_signal
    if signal is None or signal.id in scene.memory.signals or "thuissituatie" in scene.labels:
        return None
    return signal_part(scene, voice)


def _told_topic(scene: Scene, voice: Voice) -> Part | None:
    extra = 0.1 if "doorvragen" in scene.labels and not scene.hot else 0.0
    part = facts.tell_about(scene, voice, facts.asked_topics(scene), extra)
    return part or _kept_back(scene, voice, scene.topics[0])


def _kept_back(scene: Scene, voice: Voice, topic: str) -> Part | None:
    """Say that there is no more to tell about a topic, or not yet, or that it is unknown."""
    if facts.locked(scene, topic):
        return voice.act("answers", "ontwijkt")
    return voice.act("answers", "weet_niet" if scene.turn.aspect else "al_verteld")


def _follow_up(scene: Scene, voice: Voice) -> Part | None:
    """Answer a question without a topic from what the parent said last."""
    last, groups = scene.memory.last, scene.cast.world.effects.groups
    acts = set(last.acts)
    if "keuze_bij_ouder" in scene.labels:
        return voice.act("answers", "keuze_bij_ouder")
    feels = "doorvragen" in scene.labels and acts & set(groups.sad) and not last.told
    if (scene.turn.aspect == "gevoel" or feels) and not _about_child(scene):
        return voice.act("answers", "beleving")
    if acts & set(groups.critical) and not last.told and aired(scene) < 2:
        return grievance(scene, voice)
    if not scene.points_back:
        return _beside_the_point(scene, voice)
    if any(fact.startswith("explanation.") for fact in last.told):
        return facts.explanation(scene, voice) or _deeper(scene, voice)
    if scene.last_topic and ("doorvragen" in scene.labels or last.told or "signal" in last.marks):
        return _deeper(scene, voice)
    return _unclear(scene, voice)


def _deeper(scene: Scene, voice: Voice) -> Part | None:
    """Go deeper on what was talked about last, then on what matters most in this case."""
    topic, extra = scene.last_topic or "thuis", 0.0 if scene.hot else 0.1
    near = tuple(name for name in scene.cast.case.main_topics if name in scene.touched)
    part = facts.tell_about(scene, voice, (topic,), extra) or facts.tell_about(
        scene, voice, near, extra, facts.GUARDED
    )
    return part or _kept_back(scene, voice, topic)


def _about_child(scene: Scene) -> bool:
    """Tell whether a question is about the child and not about the parent's own feeling."""
    slots = scene.cast.world.slots.child[scene.cast.case.child.gender]
    words = set(re.findall(r"\w+", scene.turn.text.lower()))
    child = {scene.cast.case.child.name.lower(), slots.hij, slots.hij_stressed, slots.hem}
    about_you = scene.cast.world.hearing.about_you_too
    return bool(words & child) and not has_words(scene.turn.text.lower(), about_you)


def _beside_the_point(scene: Scene, voice: Voice) -> Part | None:
    """Answer a question that nothing said before leads to."""
    if scene.memory.number <= 2:
        return _unclear(scene, voice)
    if _about_child(scene):
        return voice.act("answers", "niets_bijzonders")
    return voice.act("strange", "buiten_onderwerp") if voice.chance("beside", 0.6) else _unclear(scene, voice)


def _unclear(scene: Scene, voice: Voice) -> Part | None:
    """Answer a question that goes nowhere in particular."""
    if "welkom" in scene.labels and "hoe" in scene.labels:
        return facts.tell_about(scene, voice, ("ouder_zelf",))
    if scene.memory.number <= 3 and not (_about_child(scene) and "agenda" not in scene.labels):
        return grievance(scene, voice)
    if _about_child(scene):
        return voice.act("answers", "niets_bijzonders")
    if "doorvragen" in scene.labels or voice.chance("weet_niet", 0.5):
        return voice.act("answers", "weet_niet")
    return voice.act("strange", "onbegrepen")


def _recorded(scene: Scene, voice: Voice) -> Part | None:
    return voice.act("answers", "vastleggen")


ASKED: dict[str, Answer] = {
    "herkenning": _recognition,
    "verklaring": _explanation,
    "beleving": _feeling,
    "verwachting": _expectation,
    "meedenken": _thinking_along,
    "hulp_nagaan": _help,
    "begrip_checken": _clear,
    "samenvattend": _summary,
    "samenvatting": _summary,
    "agenda": _agenda,
    "thuissituatie": about_home,
    "vastleggen": _recorded,
}
"""How each question move is answered, the most telling first."""
