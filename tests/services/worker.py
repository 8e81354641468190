"""The nursery of the fault suite, for workers: an order may also hold `env`, the environment of that server."""

from __future__ import annotations

import json
import os
import signal
import sys

from tests.faults.nursery import prepare, serve


def run() -> None:
    """Fork for every order until the tests hang up."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    prepare()
    for line in sys.stdin:
        order = json.loads(line)
        made = os.fork()
        if made == 0:
            os.environ.update(order.pop("env"))
            serve(order)
        print(made, flush=True)


if __name__ == "__main__":
    run()
