"""Putting the team's parts together on the storage of the exercises."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from bot.channel.exercises import Exercises
from bot.channel.group_routes import Team
from bot.channel.group_sweep import GroupSweep
from bot.channel.groups import Groups
from bot.channel.guesses import Guesses
from bot.channel.labelling import Labellings
from bot.channel.series import SeriesDesk
from bot.play import Analyzer
from bot.storage.groups import GroupStore
from bot.storage.labelling import LabellingStore
from bot.storage.rounds import RoundStore


@lru_cache(maxsize=1)
def analyzer() -> Analyzer:
    """Load the analysis once, when labels are first compared with it."""
    from bot.analysis import load_analyzer

    return load_analyzer()


def make_team(
    exercises: Exercises,
    keep_days: int,
    addresses: tuple[str, ...] = (),
    analysis: Callable[[], Analyzer] = analyzer,
) -> Team:
    """Make the parts; groups and labelling share one brake on guessing."""
    database, guesses = exercises.store.database, Guesses()
    groups, labels = GroupStore(database), LabellingStore(database)
    return Team(
        groups=Groups(groups, exercises, guesses),
        labellings=Labellings(labels, guesses, analysis),
        series=SeriesDesk(RoundStore(database), exercises),
        sweep=GroupSweep(groups, labels, keep_days),
        addresses=addresses,
    )
