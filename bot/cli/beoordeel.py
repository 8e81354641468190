"""`oefenouder beoordeel`: the debrief of a written transcript, or what it changes against an earlier one."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.analyzer import load, parent_acts
from bot.cli.errors import CliError
from bot.cli.own import use_own
from bot.cli.written import read
from bot.messages import message
from bot.transcript import Transcript, analysed

if TYPE_CHECKING:
    from bot.debrief import Debrief


def run(options: argparse.Namespace) -> int:
    """Tell the debrief as text, or give it as JSON; write it as one HTML file when asked.

    With `--vergelijk` tell instead what is scored differently than in an earlier JSON output.
    """
    use_own(options.data_map)
    transcript = read(options.bestand)
    earlier = _earlier(options.vergelijk) if options.vergelijk else None
    debrief = judged(transcript)
    if options.html:
        from bot.debrief import render_html

        _write(options.html, render_html(debrief))
    print(_compared(debrief, earlier, options) if options.vergelijk else _told(debrief, options))
    return 0


def judged(transcript: Transcript) -> Debrief:
    """Analyse and judge a transcript; what was not clear in it stands in the debrief."""
    from bot.analysis import stored_fingerprint
    from bot.debrief import build

    exercise = analysed(transcript, load(), parent_acts())
    made = build(replace(exercise, analysis=(stored_fingerprint(),)))
    return replace(made, onduidelijk=tuple(map(str, transcript.unclear)))


def _told(debrief: Debrief, options: argparse.Namespace) -> str:
    from bot.debrief import render_text

    if options.json:
        return _json(debrief.to_dict())
    return message("opgeslagen", bestand=options.html) if options.html else render_text(debrief)


def _compared(debrief: Debrief, earlier: Any, options: argparse.Namespace) -> str:
    from bot.debrief import OldReportError, compare, render_changes

    try:
        changes = compare(earlier, json.loads(_json(debrief.to_dict())))
    except OldReportError as error:
        raise CliError(message(error.reason, bestand=options.vergelijk)) from None
    return _json(asdict(changes)) if options.json else render_changes(changes)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _earlier(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        raise CliError(message("geen_bestand", bestand=path)) from None
    except OSError:
        raise CliError(message("niet_leesbaar", bestand=path)) from None
    except (ValueError, RecursionError):
        raise CliError(message("vergelijk_geen_json", bestand=path)) from None


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError:
        raise CliError(message("niet_schrijfbaar", bestand=path)) from None
