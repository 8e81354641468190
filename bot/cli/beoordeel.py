"""`oefenouder beoordeel`: the debrief of a written transcript."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bot.cli.analyzer import load, parent_acts
from bot.cli.errors import CliError
from bot.cli.written import read
from bot.messages import message
from bot.transcript import analysed


def run(options: argparse.Namespace) -> int:
    """Tell the debrief as text, or give it as JSON; write it as one HTML file when asked."""
    transcript = read(options.bestand)
    exercise = analysed(transcript, load(), parent_acts())
    from bot.debrief import build, render_html, render_text

    debrief = build(exercise)
    if options.html:
        _write(options.html, render_html(debrief))
    if options.json:
        print(json.dumps(debrief.to_dict(), ensure_ascii=False, indent=2))
    elif options.html:
        print(message("opgeslagen", bestand=options.html))
    else:
        print(render_text(debrief))
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError:
        raise CliError(message("niet_schrijfbaar", bestand=path)) from None
