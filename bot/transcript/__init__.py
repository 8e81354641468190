"""Written conversations: read from YAML or plain text, checked, and analysed into an exercise."""

from bot.transcript.analysing import analysed
from bot.transcript.model import KEYS, Speaker, Transcript, TranscriptError, Unclear
from bot.transcript.reader import read_transcript

__all__ = ["KEYS", "Speaker", "Transcript", "TranscriptError", "Unclear", "analysed", "read_transcript"]
