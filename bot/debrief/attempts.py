"""Two attempts at the same conversation side by side, from the turn where the second began anew."""

from __future__ import annotations

from bot.debrief.model import AttemptRow, Attempts, Compared, Debrief, Said, TurnResult


def attempts(first: Debrief, now: Debrief, start: int) -> Attempts:
    """Lay `now`, begun again at turn `start` (from 1), beside `first`."""
    longest = max(len(first.beurten), len(now.beurten))
    rows = (AttemptRow(n, _said(first, n), _said(now, n)) for n in range(start, longest + 1))
    return Attempts(
        vanaf=start,
        beurten=tuple(rows),
        verloop_eerst=first.verloop,
        verloop_nu=now.verloop,
        totaal=Compared("", first.totaal, now.totaal),
        cijfers=tuple(
            Compared(mine.naam, first.competenties[name].score, mine.score)
            for name, mine in now.competenties.items()
        ),
        einde_eerst=first.einde,
        einde_nu=now.einde,
    )


def _said(debrief: Debrief, number: int) -> Said | None:
    found: TurnResult | None = next((turn for turn in debrief.beurten if turn.nr == number), None)
    return Said(found.leraar, found.ouder) if found else None
