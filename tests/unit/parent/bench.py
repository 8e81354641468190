"""Prints what a turn costs in the parent library: `python -m tests.unit.parent.bench`."""

from __future__ import annotations

import time

from bot.parent import case_ids
from bot.parent.library import case

from .plays import play
from .test_conversations import PEOPLE, setup, wild


def main() -> None:
    """Play a long conversation with every person, twice; time the second, when all is loaded (processor time)."""
    talks = [
        (setup(kind, name, case_ids()[number % len(case_ids())]), number)
        for number, (kind, name) in enumerate(PEOPLE)
    ]
    said = [(chosen, wild(number, case(chosen.case))) for chosen, number in talks]
    for chosen, turns in said:
        play(chosen, turns)
    begin = time.process_time()
    count = sum(len(play(chosen, turns)) for chosen, turns in said)
    print(f"{count} turns, {1000 * (time.process_time() - begin) / count:.2f} ms a turn")


if __name__ == "__main__":
    main()
