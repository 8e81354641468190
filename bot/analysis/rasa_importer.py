"""How Rasa's own commands read `data/`: without the labelled turns, which the analysis reads by itself.

Rasa's checked YAML reading takes minutes for thousands of examples and then uses none of it: what a turn
means is learned by `bot.analysis.train`. A few of the turns stay, as examples of the intent `beurt`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.analysis.data import INTENT, read_turns

HEAD = 400
"""Characters from the start of a file within which its first intent is named."""
SHOWN = 20


class LabelledTurnsApart(RasaFileImporter):
    """Rasa's file importer, minus the files that hold labelled turns."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Sort the files Rasa would read."""
        super().__init__(*args, **options)
        files: list[str] = list(vars(self)["_nlu_files"])
        self._turns = [path for path in files if holds_turns(Path(path))]
        self._nlu_files = [path for path in files if path not in self._turns]

    def get_nlu_data(self, language: str | None = "nl") -> TrainingData:
        """Give the examples of commands, and a few labelled turns for the intent they share."""
        turns = read_turns(Path(self._turns[0]))[:SHOWN] if self._turns else []
        shown = TrainingData([Message.build(text, intent=INTENT) for text in turns])
        return super().get_nlu_data(language).merge(shown)


def holds_turns(path: Path) -> bool:
    """Tell whether the file is one the analysis learns from."""
    with path.open(encoding="utf-8") as file:
        return f"intent: {INTENT}\n" in file.read(HEAD)
