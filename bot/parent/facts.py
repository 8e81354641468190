"""What the parent tells about home: facts by openness, details on follow-up, secrets last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.content.person import HomeFact
from bot.parent.hearing import has_words
from bot.parent.memory import Part
from bot.parent.scene import Scene
from bot.parent.voice import Voice, keyed

GUARDED = 0.3
"""Facts below this openness are what anyone says; they do not follow on a deeper fact."""

_INVITES_HIDDEN = {
    "thuissituatie",
    "verklaring",
    "doorvragen",
    "emotie_erkennen",
    "ruimte_geven",
}
_ACKNOWLEDGES = {"emotie_erkennen", "ruimte_geven"}
_ASKS_ELSE = {
    "meedenken",
    "verwachting",
    "samenvattend",
    "hulp_nagaan",
    "herkenning",
    "verklaring",
    "thuissituatie",
}
"""Questions that ask for something else than the parent's own story."""
_NOT_HIDDEN = {"meedenken", "verwachting", "herkenning"}
"""Questions that first get an answer of their own."""

_OTHER_BUSINESS = {"begrip_checken", "agenda", "afspraak", "afronding", "vastleggen", "stoppen"}
_PLAIN_ASPECTS = {"wanneer", "hoe_vaak", "hoe_lang", "wie"}
"""What asks for a plain detail first, not for the whole story."""

SHORT_ASK = 2
"""Words up to which a question ("Hoe lang?") can only be about what was just said."""

_UNKNOWN_ASPECTS = {"wanneer", "hoe_vaak", "hoe_lang"}


def fact_part(scene: Scene, voice: Voice, topic: str, fact: HomeFact) -> Part | None:
    """Tell one fact about a topic."""
    owner, deep = scene.cast.home[topic][0], fact.openness >= GUARDED
    part = voice.pick("home", [keyed(f"{owner}.home.{topic}.{fact.id}", fact.lines)])
    return part and Part(
        part.text, part.keys, "home", told=(f"{topic}.{fact.id}",), marks={"topic": topic}, deep=deep
    )


def tellable(scene: Scene, topic: str, extra: float = 0.0) -> list[HomeFact]:
    """Give the untold facts the parent is open enough for, deepest first."""
    facts = scene.cast.home[topic][1]
    told = [fact for fact in facts if f"{topic}.{fact.id}" in scene.memory.told]
    deep = any(fact.openness >= GUARDED for fact in told)
    free = [f for f in facts if f not in told and f.openness <= scene.tells + extra]
    order = [fact for fact in reversed(free) if not (deep and fact.openness < GUARDED)]
    return sorted(order, key=lambda fact: not _named(scene, fact))


def _named(scene: Scene, fact: HomeFact) -> bool:
    """Tell whether the question names, in a long word of its own, what this fact is about."""
    return any(word in line.lower() for word in scene.long_words for line in fact.lines)


def locked(scene: Scene, topic: str) -> bool:
    """Tell whether something about the topic is still kept back."""
    return any(fact.openness > scene.tells for fact in scene.cast.home[topic][1])


def tell_about(
    scene: Scene, voice: Voice, topics: Sequence[str], extra: float = 0.0, least: float = 0.0
) -> Part | None:
    """Tell the deepest fact of at least this openness about the first of these topics that has one."""
    for topic in topics:
        for fact in (fact for fact in tellable(scene, topic, extra) if fact.openness >= least):
            part = fact_part(scene, voice, topic, fact)
            if part:
                return part
    return None


def asked_topics(scene: Scene) -> tuple[str, ...]:
    """Give the topics to look in, those of the case when the question is about home at large."""
    more = scene.cast.case.main_topics if "thuis" in scene.topics else ()
    return tuple(dict.fromkeys((*scene.topics, *(topic for topic in more if topic in scene.cast.home))))


def detail(scene: Scene, voice: Voice) -> Part | None:
    """Answer a follow-up (when, how often, ...) from the details of facts told, the last first."""
    aspect, about = scene.turn.aspect, scene.topics if set(scene.topics) - {"thuis"} else (scene.last_topic,)
    if not _follows(scene):
        return None
    for topic, fact in _told_facts(scene):
        if topic not in about or not aspect or aspect not in fact.details:
            continue
        key = f"{scene.cast.home[topic][0]}.home.{topic}.{fact.id}.{aspect}"
        part = voice.pick("home", [keyed(key, fact.details[aspect])])
        if part:
            return Part(part.text, part.keys, "home", marks={"topic": topic})
    return None


def _follows(scene: Scene) -> bool:
    """Tell whether a when or who asks on about what was told: by its words, or because it is so short.

    After the hidden story an older fact is no answer any more.
    """
    if "hidden" in scene.memory.last.told and not scene.topics:
        return False
    short = len(scene.turn.text.split()) <= SHORT_ASK
    return short or "doorvragen" in scene.labels or scene.points_back or not scene.turn.spans


def unknown_detail(scene: Scene) -> bool:
    """Tell whether a when or how often was asked about the last fact that no detail answers."""
    follows = not scene.topics or scene.last_topic in scene.topics
    return scene.turn.aspect in _UNKNOWN_ASPECTS and follows and bool(scene.memory.told)


def _told_facts(scene: Scene) -> Iterator[tuple[str, HomeFact]]:
    for told in reversed(scene.memory.told):
        topic, _, name = told.partition(".")
        for fact in scene.cast.home.get(topic, ("", ()))[1]:
            if fact.id == name:
                yield topic, fact


def explanation(scene: Scene, voice: Voice) -> Part | None:
    """Give what the parent thinks it comes from: the deepest allowed, never a shallower one later."""
    told = [int(fact.split(".")[1]) for fact in scene.memory.told if fact.startswith("explanation.")]
    for place in reversed(range(len(scene.cast.case.explanations))):
        item = scene.cast.case.explanations[place]
        shallow = "hidden" in scene.memory.told and item.openness < GUARDED
        if place <= max(told, default=-1) or shallow or item.openness > scene.tells:
            continue
        part = voice.pick("explanations", [keyed(f"{scene.cast.case.id}.explanations.{place}", item.lines)])
        if part:
            return Part(
                part.text,
                part.keys,
                "explanations",
                told=(f"explanation.{place}",),
                deep=item.openness >= GUARDED,
            )
    return None


def secret(scene: Scene, voice: Voice) -> Part | None:
    """Tell the hidden background of the case or of the person, when it is invited and safe."""
    if scene.labels & _OTHER_BUSINESS or scene.hot or scene.hurt or not _settled(scene):
        return None
    home, personal = _hidden_invited(scene), set(scene.topics) & scene.cast.world.personal
    if home and scene.tells >= scene.cast.case.hidden.openness and "hidden" not in scene.memory.told:
        return _secret_part(scene, voice, "hidden")
    if scene.labels & _ASKS_ELSE or (scene.turn.asks and not scene.labels & {"beleving"} and not personal):
        return None
    own = _own_feeling(scene) or personal
    if own and scene.tells >= scene.cast.person.background.openness and "background" not in scene.memory.told:
        return _secret_part(scene, voice, "background")
    return None


def _own_feeling(scene: Scene) -> bool:
    """Tell whether the parent's own feeling is acknowledged or asked after, not only an opinion."""
    if scene.labels & _ACKNOWLEDGES:
        return True
    about_you = scene.cast.world.hearing.about_you
    return "beleving" in scene.labels and has_words(scene.turn.text.lower(), about_you)


def _settled(scene: Scene) -> bool:
    recent = [fact for reply in scene.memory.replies[-2:] for fact in reply.told]
    return scene.memory.number >= 3 and not {"hidden", "background"} & set(recent)


def _hidden_invited(scene: Scene) -> bool:
    if not any("." in fact for fact in scene.memory.told) or scene.labels & _NOT_HIDDEN:
        return False
    if scene.turn.aspect in _PLAIN_ASPECTS:
        return False
    if scene.topics and set(scene.topics) <= scene.cast.world.personal:
        return False
    if _plainly_asked(scene):
        return False
    asked = scene.turn.asks and bool(set(scene.topics) & set(scene.cast.case.main_topics))
    invites = scene.labels & _INVITES_HIDDEN
    return asked or (bool(invites) and (invites != {"doorvragen"} or scene.points_back))


def _plainly_asked(scene: Scene) -> bool:
    """Tell whether a plain question about a topic has a plain answer that was not given yet."""
    if scene.labels & {"emotie_erkennen", "verklaring", "ruimte_geven"}:
        return False
    asked = [topic for topic in scene.topics if topic not in ("thuis", scene.last_topic)]
    return bool(asked) and bool(tellable(scene, asked[0]))


def _secret_part(scene: Scene, voice: Voice, name: str) -> Part | None:
    cast = scene.cast
    owner, lines = (cast.case.id, cast.case.hidden.lines) if name == "hidden" else (
        cast.person.id, cast.person.background.lines)  # fmt: skip
    part = voice.pick(name, [keyed(f"{owner}.{name}", lines)])
    return part and Part(part.text, part.keys, name, told=(name,), marks={"private": True}, deep=True)
