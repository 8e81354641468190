"""Loading the analysis for a command, without Rasa or TensorFlow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.cli.errors import CliError
from bot.play import Analyzer


def load() -> Analyzer:
    """Load the trained analysis; raise CliError when nothing was trained yet."""
    from bot.analysis import ArtefactError, load_analyzer

    try:
        return load_analyzer()
    except ArtefactError as error:
        raise CliError(str(error)) from None


def parent_acts() -> Callable[[str], Sequence[str]]:
    """Give the function that recognises what a parent's utterance does."""
    from bot.analysis import parent_acts as recognise

    return recognise
