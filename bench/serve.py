"""One server for every bot: same process layout, same REST channel, same store. Run by bench/bots.py."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from bot.server import make_app, quiet_rasa

READY = "bench: ready"


def other_app(model: Path, folder: Path, port: int, package: str | None) -> Any:
    """Make the server of a bot that is not ours, as make_app does for ours."""
    from rasa.core.run import close_resources, configure_app, load_agent_on_start
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.endpoints import EndpointConfig
    from rasa_sdk.executor import ActionExecutor

    from bot import server
    from bot.channel.rest import RestInput

    executor = ActionExecutor()
    if package:
        executor.register_package(package)

    class Local(EndpointConfig):
        async def request(self, *args: Any, **call: Any) -> Any:
            return await executor.run(call["json"])

    endpoints = AvailableEndpoints(action=Local("local://"), tracker_store=server._tracker_store(folder))
    app = configure_app([RestInput()], enable_api=False, endpoints=endpoints, port=port)
    app.register_listener(partial(load_agent_on_start, str(model), endpoints, None), "before_server_start")
    app.register_listener(close_resources, "after_server_stop")

    async def tell(*_: Any) -> None:
        print(READY, flush=True)

    app.register_listener(tell, "after_server_start")
    return app


def main() -> None:
    """Read the options and serve."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--port", type=int)
    parser.add_argument("--actions")
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--timers", type=Path)
    given = parser.parse_args()
    quiet_rasa()
    if given.ours:
        from bot.channel.settings import PageSettings

        if given.timers:
            from bench.timers import start

            start(given.timers)
        told = partial(print, READY, flush=True)
        app = make_app(
            given.model, given.folder, given.port, lambda loaded: told(), PageSettings(given.folder)
        )
    else:
        app = other_app(given.model, given.folder, given.port, given.actions)
    app.run(host="127.0.0.1", port=given.port, workers=1, access_log=False, motd=False)


if __name__ == "__main__":
    main()
