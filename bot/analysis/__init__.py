"""Analysis: a teacher's turn to labels, with the fragments that carry them."""

from bot.analysis.analyzer import Analyzer, load_analyzer, parent_acts
from bot.analysis.artefact import ArtefactError, stored_fingerprint
from bot.analysis.train import is_current, train
from bot.analysis.turn import Context, Span, TurnAnalysis

__all__ = [
    "Analyzer",
    "ArtefactError",
    "Context",
    "Span",
    "TurnAnalysis",
    "is_current",
    "load_analyzer",
    "parent_acts",
    "stored_fingerprint",
    "train",
]
