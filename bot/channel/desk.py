"""What the desks of groups and of labelling share: reading what was given, and keeping things under a code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot.channel.faults import Fault, WrongChoice
from bot.group.codes import new_code
from bot.group.errors import GroupError
from bot.storage.tables import TakenError

T = TypeVar("T")

_TRIES = 5


def given(read: Callable[[object], T], value: object) -> T:
    """Read what somebody gave; raise WrongChoice with the line of the reader."""
    try:
        return read(value)
    except GroupError as error:
        raise WrongChoice(str(error)) from None


def under_new_code(keep: Callable[[str], None]) -> str:
    """Keep something under a code that is not taken, and give the code; raise Fault 503 when all tries are."""
    for _ in range(_TRIES):
        code = new_code()
        try:
            keep(code)
        except TakenError:
            continue
        return code
    raise Fault(503, "onverwacht")
