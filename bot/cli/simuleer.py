"""`oefenouder simuleer`: the trainee's turns of a transcript, answered by the simulated parent."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from bot.catalogue import cases_for
from bot.choice import ChoiceError, setup_from
from bot.cli.analyzer import load
from bot.cli.errors import CliError
from bot.cli.own import use_own
from bot.cli.written import read
from bot.exercise import Exchange, Setup
from bot.messages import message
from bot.play import play_all
from bot.transcript import Transcript


def run(options: argparse.Namespace) -> int:
    """Play the turns until they are spent or the conversation ends; a JSON line per turn."""
    use_own(options.data_map)
    transcript = read(options.bestand)
    setup = setup_of(transcript, options)
    exchanges = play_all(load(), setup, transcript.said)
    for number, exchange in enumerate(exchanges, 1):
        print(json.dumps(line(number, exchange), ensure_ascii=False))
    left = len(transcript.said) - len(exchanges)
    if left:
        print(message("simuleer_over", aantal=left), file=sys.stderr)
    return 0


def setup_of(transcript: Transcript, options: argparse.Namespace) -> Setup:
    """Make the setup; a case that is absent or free text is replaced by one made for this type and form."""
    fitting = [option.id for option in cases_for(transcript.form, transcript.type)]
    known = [option.id for option in cases_for(None, None)]
    case = options.casus or (transcript.case if transcript.case in known else fitting[0])
    if not options.casus and transcript.case not in known:
        print(message("simuleer_casus", casus=case), file=sys.stderr)
    chosen = {
        "gespreksvorm": transcript.form,
        "oudertype": transcript.type,
        "casus": case,
        "persoon": options.persoon,
        "niveau": options.niveau,
        "zaad": options.zaad,
    }
    try:
        return setup_from(chosen, any_case=True)
    except ChoiceError as error:
        raise CliError(str(error)) from None


def line(number: int, exchange: Exchange) -> dict[str, Any]:
    """Give one turn in the form of the contract."""
    reply = exchange.reply
    if reply is None:  # pragma: no cover (a simulated turn always has an answer)
        raise LookupError(number)
    state = reply.state
    return {
        "beurt": number,
        "leraar": exchange.turn.text,
        "ouder": reply.text,
        "toestand": {
            "spanning": round(state.spanning, 3),
            "vertrouwen": round(state.vertrouwen, 3),
            "openheid": round(state.openheid, 3),
            "inzicht": state.inzicht,
        },
        "einde": reply.ending,
    }
