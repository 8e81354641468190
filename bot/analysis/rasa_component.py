"""The one NLU component: hands the analysis to Rasa. All knowledge is in the analysis library."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Any

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

import bot.analysis as analysis
from bot.analysis.turn import Context, TurnAnalysis
from bot.commands import command_in
from bot.content.files import KNOWLEDGE
from bot.messages import message
from bot.play import MAX_CHARACTERS, Analyzer, context_of
from bot.tracker import record_from_events, unescape

LITERAL = "letterlijk"
"""Metadata key of a channel that has buttons for commands: every word is said to the parent."""

_INTENT = re.compile(r"/(start|terug|hint|stop|nabespreking|beurt|noodgeval)\b")

_FINGERPRINTED = ("cues/*.yml", "topics.yml", "labels/*.yml", "commands.yml")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ConversationAnalyzer(GraphComponent):
    """Sets the intent and the analysis of a turn, in the context of the conversation so far."""

    def __init__(self, analyzer: Analyzer | None = None) -> None:
        """Keep the analyzer, or load it at the first turn."""
        self._analyzer = analyzer

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ConversationAnalyzer:
        """Make the component for training."""
        return cls()

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ConversationAnalyzer:
        """Make the component for talking; the artefact is loaded now, so that the first turn is not slow."""
        return cls(analysis.load_analyzer())

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Make Rasa train again when cues, topics, labels or the analysis itself change."""
        digest = hashlib.sha256()
        for path in [*_knowledge(), *sorted(Path(__file__).parent.glob("*.py"))]:
            digest.update(path.name.encode() + path.read_bytes())
        digest.update(b"current" if analysis.is_current() else b"to be trained")
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Train the analysis: the same function and artefact as `oefenouder train`."""
        analysis.train(progress=_show)
        return Resource("ConversationAnalyzer")

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave the training data as it is: policies learn from intents alone."""
        return training_data

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Analyse each message; `analyse` reaches the actions in `tracker.latest_message`."""
        for item in messages:
            self._process(item, tracker)
        return messages

    def _process(self, item: Message, tracker: DialogueStateTracker) -> None:
        typed = str(item.get(TEXT) or "")
        literal = bool((item.get("metadata") or {}).get(LITERAL))
        command = None if literal else command_in(typed)
        if command or _INTENT.match(typed):  # RegexMessageHandler reads "/intent{...}" after us
            _set_intent(item, command or "beurt")
            return
        turn = self._analyse(unescape(typed), tracker)
        _set_intent(item, "noodgeval" if turn.kind == "noodgeval" else "beurt")
        item.set("analyse", turn.to_dict(), add_to_output=True)

    def _analyse(self, text: str, tracker: DialogueStateTracker) -> TurnAnalysis:
        if not text.strip() or len(text) > MAX_CHARACTERS:  # the action refuses these
            return TurnAnalysis(text="", kind="leeg")
        if self._analyzer is None:
            self._analyzer = analysis.load_analyzer()
        return self._analyzer.analyse(text, _context(tracker))


def _context(tracker: DialogueStateTracker) -> Context:
    record = record_from_events(event.as_dict() for event in tracker.events)
    return context_of(record.opening, record.exchanges) if record else Context()


def _set_intent(item: Message, name: str) -> None:
    item.set(INTENT, {"name": name, "confidence": 1.0}, add_to_output=True)


def _knowledge() -> list[Path]:
    return [path for pattern in _FINGERPRINTED for path in sorted(KNOWLEDGE.glob(pattern))]


def _show(step: str, share: float) -> None:
    """Show progress on the screen; Rasa's own training is quiet for as long as ours takes."""
    print(message("train_stap", stap=step, procent=round(100 * share)), flush=True)
