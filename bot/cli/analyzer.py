"""Loading the analysis for a command, without Rasa or TensorFlow."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from bot.cli.errors import CliError
from bot.messages import message
from bot.play import Analyzer


def load() -> Analyzer:
    """Load the trained analysis, and train it first, with progress on stderr, when it is not up to date."""
    from bot.analysis import ArtefactError, is_current, load_analyzer, train

    try:
        if not is_current():
            print(message("train_analyse"), file=sys.stderr, flush=True)
            train(progress=on_stderr)
        return load_analyzer()
    except ArtefactError as error:
        raise CliError(str(error)) from None


def on_stderr(step: str, share: float) -> None:
    """Show how far the training is, one line a step."""
    print(f"  {share:4.0%}  {step}", file=sys.stderr, flush=True)


def parent_acts() -> Callable[[str], Sequence[str]]:
    """Give the function that recognises what a parent's utterance does."""
    from bot.analysis import parent_acts as recognise

    return recognise
