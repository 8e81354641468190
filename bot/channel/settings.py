"""What the operator of the page can choose."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.storage.retention import KEEP_DAYS


@dataclass(frozen=True)
class PageSettings:
    """The data folder (None: that of this user), days to keep exercises, names of the server besides localhost.

    `addresses` are where colleagues on the network open the page; none when only this computer can.
    """

    folder: Path | None = None
    keep_days: int = KEEP_DAYS
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def from_credentials(credentials: Mapping[str, Any] | None) -> PageSettings:
    """Read credentials.yml; OEFENOUDER_NAMEN adds names, with commas between them."""
    given = credentials or {}
    names = [*(given.get("namen") or ()), *os.environ.get("OEFENOUDER_NAMEN", "").split(",")]
    return PageSettings(
        folder=Path(given["data_map"]) if given.get("data_map") else None,
        keep_days=int(given.get("bewaar_dagen") or KEEP_DAYS),
        names=tuple(str(name).strip() for name in names if str(name).strip()),
    )
