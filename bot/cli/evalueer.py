"""`oefenouder evalueer`: precision, recall and F1 against labelled turns."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bot.cli.analyzer import load, on_stderr
from bot.cli.errors import CliError
from bot.cli.lines import LineError, TurnLine, read_line
from bot.evaluation.confidence import (
    Judged,
    abstained,
    macro_interval,
    micro_precision,
    recommended_accuracy,
    tally_of,
)
from bot.evaluation.scores import GROUPS, Score, macro
from bot.messages import message


def run(options: argparse.Namespace) -> int:
    """Measure and print tables, or JSON."""
    if options.handen:
        print(left_out_hands())
        return 0
    if options.bestand is None:
        raise CliError(message("evalueer_geen_bestand"))
    lines = read_labelled(options.bestand)
    rows = analysed(lines)
    print(as_json(rows) if options.json else as_table(rows))
    if options.basislijnen or options.diet:
        print("\n" + compared(rows, lines, with_diet=options.diet))
    return 0


def analysed(lines: list[TurnLine]) -> list[Judged]:
    """Let the analysis label every turn."""
    analyzer = load()
    found = [analyzer.analyse(asked.text, asked.context) for asked in lines]
    return [
        Judged(asked.data, {group: getattr(turn, group) for group in GROUPS}, turn.unsure)
        for asked, turn in zip(lines, found, strict=True)
    ]


def compared(rows: list[Judged], lines: list[TurnLine], with_diet: bool) -> str:
    """Give a table of the analysis beside simple methods trained on the same examples."""
    from bot.analysis.data import NLU, read_corpus
    from bot.evaluation.baselines import BASELINES

    examples = read_corpus(NLU).turns
    methods = dict(BASELINES)
    if with_diet:
        from bot.evaluation.diet import diet

        methods["diet"] = diet
    table = [
        f"{'macro F1':16}" + "".join(f" {group:>20}" for group in GROUPS),
        _macro_row("oefenouder", rows),
    ]
    for name, method in methods.items():
        on_stderr(name, len(table) / (len(methods) + 2))
        given = method(examples, [asked.text for asked in lines])
        judged = [Judged(asked.data, found) for asked, found in zip(lines, given, strict=True)]
        table.append(_macro_row(name, judged))
    return "\n".join(table)


def _macro_row(name: str, rows: list[Judged]) -> str:
    tally = tally_of(rows)
    cells = []
    for group in GROUPS:
        low, high = macro_interval(rows, group)
        cells.append(f" {macro(tally.scores(group)):8.3f} ({low:.2f}-{high:.2f})")
    return f"{name:16}" + "".join(f"{cell:>21}" for cell in cells)


def left_out_hands() -> str:
    """Give a table of macro F1 per writer, each labelled by a network that never read that writer."""
    from bot.analysis.data import NLU, read_corpus
    from bot.evaluation.hands import leave_one_hand_out, prepared

    corpus = read_corpus(NLU)
    table = [f"{'hand':12} {'beurten':>8}" + "".join(f" {group:>12}" for group in GROUPS)]
    for score in leave_one_hand_out(corpus, prepared(corpus), on_stderr):
        cells = "".join(f" {score.macro[group]:12.3f}" for group in GROUPS)
        table.append(f"{score.hand or message('evalueer_samen'):12} {score.turns:8}{cells}")
    return "\n".join(table)


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


def as_table(rows: list[Judged]) -> str:
    """Give a table for people, per group, with the figures over whole turns below it."""
    tally, table = tally_of(rows), []
    for group in GROUPS:
        scores = tally.scores(group)
        table.append(f"{group:22} {'precisie':>8} {'recall':>8} {'F1':>8} {'aantal':>8}")
        table += [
            f"  {s.label:20} {s.precision:8.2f} {s.recall:8.2f} {s.f1:8.2f} {s.right + s.missed:8}"
            for s in scores
        ]
        low, high = macro_interval(rows, group)
        range_ = f"   (95 %: {low:.3f}-{high:.3f})" if scores else ""
        table += [f"  {'macro F1':20} {'':8} {'':8} {_figure(scores):>8}{range_}", ""]
    shares = {
        "precisie": micro_precision(tally, "valkuilen"),
        "goed": recommended_accuracy(rows),
        "onthouden": abstained(rows),
    }
    table.append(message("evalueer_beurten", **{key: f"{share:.1%}" for key, share in shares.items()}))
    return "\n".join(table)


def _figure(scores: list[Score]) -> str:
    return f"{macro(scores):.3f}" if scores else "-"


def as_json(rows: list[Judged]) -> str:
    """Give the figures as JSON."""
    tally, found = tally_of(rows), {}
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
        interval = [round(edge, 4) for edge in macro_interval(rows, group)] if scores else None
        found[group] = {
            "macro_f1": round(macro(scores), 4) if scores else None,
            "interval_95": interval,
            "labels": labels,
        }
    turns = {"aangeraden_of_niet": recommended_accuracy(rows), "onthouden": abstained(rows)}
    return json.dumps({**found, "beurten": turns}, ensure_ascii=False, indent=2)
