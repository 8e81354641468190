"""`oefenouder evalueer`: precision, recall and F1 against labelled turns."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bot.cli.analyzer import load
from bot.cli.errors import CliError
from bot.cli.lines import LineError, TurnLine, read_line
from bot.evaluate import GROUPS, Score, Tally, macro
from bot.messages import message


def run(options: argparse.Namespace) -> int:
    """Measure and print a table, or JSON."""
    lines = read_labelled(options.bestand)
    analyzer, tally = load(), Tally()
    for asked in lines:
        turn = analyzer.analyse(asked.text, asked.context)
        tally.add(
            asked.data, {"vraagtypen": turn.vraagtypen, "zetten": turn.zetten, "valkuilen": turn.valkuilen}
        )
    print(as_json(tally) if options.json else as_table(tally))
    return 0


def read_labelled(path: Path) -> list[TurnLine]:
    """Read all labelled turns; raise CliError at the first broken line: a measure over part would mislead."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CliError(message("geen_bestand", bestand=path)) from None
    except (OSError, UnicodeDecodeError):
        raise CliError(message("niet_leesbaar", bestand=path)) from None
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            found.append(_labelled(path, number, line))
    if not found:
        raise CliError(message("evalueer_leeg", bestand=path))
    return found


def _labelled(path: Path, number: int, line: str) -> TurnLine:
    try:
        asked = read_line(line)
        for group in GROUPS:
            if not isinstance(asked.data.get(group), list):
                raise LineError(asked.id, "regel_veld_lijst", veld=group)
    except LineError as error:
        raise CliError(message("evalueer_regel", bestand=path, nummer=number, fout=error)) from None
    return asked


def as_table(tally: Tally) -> str:
    """Give a table for people, per group."""
    rows = []
    for group in GROUPS:
        scores = tally.scores(group)
        rows.append(f"{group:22} {'precisie':>8} {'recall':>8} {'F1':>8} {'aantal':>8}")
        rows += [
            f"  {s.label:20} {s.precision:8.2f} {s.recall:8.2f} {s.f1:8.2f} {s.right + s.missed:8}"
            for s in scores
        ]
        rows += [f"  {'macro F1':20} {'':8} {'':8} {_figure(scores):>8}", ""]
    return "\n".join(rows).rstrip()


def _figure(scores: list[Score]) -> str:
    return f"{macro(scores):.3f}" if scores else "-"


def as_json(tally: Tally) -> str:
    """Give the figures as JSON."""
    found = {}
    for group in GROUPS:
        scores = tally.scores(group)
        labels = {
            s.label: {
                "precisie": round(s.precision, 4),
                "recall": round(s.recall, 4),
                "f1": round(s.f1, 4),
                "aantal": s.right + s.missed,
            }
            for s in scores
        }
        found[group] = {"macro_f1": round(macro(scores), 4) if scores else None, "labels": labels}
    return json.dumps(found, ensure_ascii=False, indent=2)
