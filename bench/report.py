"""The table and the targets of issue 8."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bench.measure import Found


@dataclass(frozen=True)
class Target:
    """Something to reach: what, the most (or least) it may be, what was found."""

    what: str
    limit: float
    found: float
    least: bool = False

    @property
    def met(self) -> bool:
        """Tell whether it was reached."""
        return self.found >= self.limit if self.least else self.found <= self.limit


def targets(ours: Found, starter: Found, bare: Found) -> list[Target]:
    """Give the targets with what was found."""
    return [
        Target("rondom de analyse / kale bot (mediaan)", 1.3, (ours.around_ms or 0) / bare.median_ms),
        Target(
            "hele beurt / starter (mediaan; 1, of 2 bij een betere encoder)",
            2,
            ours.median_ms / starter.median_ms,
        ),
        Target(
            "beurten/s bij 20, deel van de starter",
            1,
            ours.per_second(20) / starter.per_second(20),
            least=True,
        ),
        Target("beurt 100 / beurt 10", 1.5, ours.turn_100_ms / ours.turn_10_ms),
        Target("klaar na start (s)", 12, ours.ready_seconds),
        Target("geheugen in rust (MB)", 900, ours.idle_mb),
    ]


def show(bots: list[Found], analysis: dict[str, float], reached: list[Target]) -> None:
    """Print all that was found."""
    console = Console(width=110)
    console.print(_bots(bots))
    ours = bots[0]
    if ours.page_median_ms is not None:
        console.print(
            f"Oefenouder over de pagina: mediaan {ours.page_median_ms:.0f} ms, p95 {ours.page_p95_ms:.0f} ms"
        )
    if ours.parts_ms:
        parts = ", ".join(
            f"{part} {ms:.1f}" for part, ms in sorted(ours.parts_ms.items(), key=lambda x: -x[1])
        )
        console.print(
            f"Waar de tijd van een beurt zit (gemiddeld, ms): {parts}; rondom de analyse {ours.around_ms:.0f}"
        )
    console.print(
        "De analyse alleen: " + ", ".join(f"{name} {value:.2f}" for name, value in analysis.items())
    )
    table = Table("doel", "grens", "gemeten", "gehaald")
    for one in reached:
        sign = ">=" if one.least else "<="
        table.add_row(one.what, f"{sign} {one.limit:g}", f"{one.found:.2f}", "ja" if one.met else "NEE")
    console.print(table)


def _bots(bots: list[Found]) -> Table:
    table = Table("", *(bot.name for bot in bots))
    rows = {
        "trainen (s)": [_number(bot.train_seconds) for bot in bots],
        "klaar na start (s)": [f"{bot.ready_seconds:.1f}" for bot in bots],
        "geheugen in rust / na alles (MB)": [f"{bot.idle_mb:.0f} / {bot.end_mb:.0f}" for bot in bots],
        "beurt: mediaan / p95 (ms)": [f"{bot.median_ms:.0f} / {bot.p95_ms:.0f}" for bot in bots],
        "beurt 10 / beurt 100 (ms)": [f"{bot.turn_10_ms:.0f} / {bot.turn_100_ms:.0f}" for bot in bots],
    }
    for place, load in enumerate(bots[0].loads):
        told = [f"{bot.loads[place].per_second:.1f} ({bot.loads[place].p95_ms:.0f})" for bot in bots]
        rows[f"beurten/s bij {load.trainees} tegelijk (p95 ms)"] = told
    for name, cells in rows.items():
        table.add_row(name, *cells)
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"
