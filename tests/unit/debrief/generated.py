"""Every better sentence that can be offered: over all cases, labels, moments and both addresses."""

from __future__ import annotations

from dataclasses import replace

from making import exchange

from bot.content.library import load_rewrites, load_topic_words
from bot.content.shelf import shipped_cases
from bot.debrief.rewrite import better
from bot.debrief.talk import read_talk
from bot.exercise import Exercise

MOMENTS = range(1, 4)
ADDRESSES = ("Wat vindt u daarvan?", "Wat vind jij daarvan?")


def _offered(case: str | None, label: str, number: int, said: str, topic: str | None) -> str:
    """Give the sentence for turn `number` of a talk in which the trainee speaks like `said`."""
    words = load_topic_words()[topic][0] if topic else ""
    one = exchange("zorg", label, topics=(topic,) if topic else ())
    text = f"{said} {words}?".strip()
    turn = replace(one.turn, text=text, spans=(replace(one.turn.spans[0], begin=0, end=len(text)),))
    talk = read_talk(Exercise("extra_gesprek", "boos", (replace(one, turn=turn),) * number, case=case))
    return better(label, talk, talk.turns[-1])


def every_offer() -> dict[tuple[str, str], str]:
    """Give each sentence once, by label and text, with the case it is for."""
    found: dict[tuple[str, str], str] = {}
    rewrites = load_rewrites()
    for case in (*shipped_cases(), None):
        for label in rewrites.labels:
            topics = (None, *rewrites.topics) if label == "gesloten" else (None,)
            for topic in topics:
                for said in ADDRESSES:
                    for number in MOMENTS:
                        text = _offered(case, label, number, said, topic)
                        found.setdefault((label, text), case or "")
    return found
