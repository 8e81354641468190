"""`oefenouder train`: train the Rasa model (and with it the analysis), with progress."""

from __future__ import annotations

import argparse
import os
import time

from bot.cli.errors import CliError
from bot.messages import message
from bot.project import MODEL, MODELS, ROOT, STAMP, content_stamp, is_complete, is_trained


def run(options: argparse.Namespace) -> int:
    """Train when something changed since the last time, or when asked."""
    if is_trained() and not options.opnieuw:
        print(message("train_niet_nodig"))
        return 0
    train(force=options.opnieuw)
    return 0


def train(force: bool = False) -> None:
    """Train and say so; raise CliError when it fails."""
    if not is_complete():
        raise CliError(message("geen_project", map=ROOT))
    print(message("train_begin"), flush=True)
    begun, stamp = time.monotonic(), content_stamp()
    _train_rasa(force)
    STAMP.write_text(stamp, encoding="ascii")
    print(message("train_klaar", seconden=round(time.monotonic() - begun)), flush=True)


def _train_rasa(force: bool) -> None:
    """Train Rasa without the thousands of labelled turns: our component reads those itself."""
    from bot.server import quiet_rasa

    os.chdir(ROOT)
    quiet_rasa()
    from rasa.model_training import train as train_rasa

    MODELS.mkdir(exist_ok=True)
    MODEL.unlink(missing_ok=True)
    try:
        outcome = train_rasa(
            domain="domain.yml",
            config="config.yml",
            training_files=["data/rules", "data/nlu/opdrachten.yml"],
            output=str(MODELS),
            force_training=force,
            fixed_model_name=MODEL.name.removesuffix(".tar.gz"),
        )
    except (Exception, SystemExit) as error:
        raise CliError(f"{message('train_mislukt')} ({type(error).__name__}: {error})") from None
    if outcome.code or not MODEL.is_file():
        raise CliError(message("train_mislukt"))
