"""`oefenouder controleer`: check all content."""

from __future__ import annotations

import argparse

from bot.content.check import check_all
from bot.messages import message
from bot.parent import content_problems


def run(options: argparse.Namespace) -> int:
    """Print every fault with file, place and remedy; exit 1 when there are any."""
    parts = tuple(options.delen)
    found = check_all(parts)
    if not found:
        found = [p for p in content_problems() if not parts or any(part in p.file for part in parts)]
    for problem in found:
        print(problem)
    print(message("fouten_gevonden", aantal=len(found)) if found else message("alles_klopt"))
    return 1 if found else 0
