"""Rasa in one process: dialogue server, actions and page together, without the hop to an action server."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.privacy.logs import keep_words_out
from bot.storage.folder import CONVERSATIONS
from bot.storage.shared import ENVIRONMENT, shared

if TYPE_CHECKING:
    from sanic import Sanic

    from bot.channel.settings import PageSettings

HOST = "127.0.0.1"
LOCK_SECONDS = 10
"""How long the tracker store waits for a file another process holds; well within the patience of the page."""

_ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "LOG_LEVEL": "WARNING",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
}


def quiet_rasa() -> None:
    """Import Rasa without noise on the screen and without a word of a conversation in the logs."""
    for name, value in {**_ENVIRONMENT, **(ENVIRONMENT if shared() else {})}.items():
        os.environ.setdefault(name, value)
    import sanic.app  # noqa: F401 (resets the warning filters; must come first)

    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("ignore", category=FutureWarning)
    warnings.filterwarnings("ignore", module="rasa")
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    for name in ("rasa", "rasa_sdk", "sanic", "apscheduler", "matplotlib", "tensorflow"):
        logging.getLogger(name).setLevel(logging.WARNING)
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.WARNING)
    keep_words_out()


def make_app(
    model: Path, folder: Path, port: int, ready: Callable[[bool], None], settings: PageSettings
) -> Sanic:
    """Make the server; `ready` hears whether the model was loaded. Call `quiet_rasa` before."""
    from rasa.core.run import close_resources, configure_app, load_agent_on_start
    from rasa.core.utils import AvailableEndpoints

    from bot.channel.page import PageInput
    from bot.channel.rest import RestInput

    endpoints = AvailableEndpoints(
        action=local_actions(), tracker_store=_tracker_store(folder), lock_store=_lock_store()
    )
    channels = [PageInput(settings), *([] if settings.addresses else [RestInput()])]  # builders work locally
    app = configure_app(channels, enable_api=False, endpoints=endpoints, port=port)

    async def tell(running: Sanic, _: Any) -> None:
        agent = getattr(running.ctx, "agent", None)
        ready(agent is not None and agent.is_ready())

    app.register_listener(partial(load_agent_on_start, str(model), endpoints, None), "before_server_start")
    app.register_listener(close_resources, "after_server_stop")
    app.register_listener(tell, "after_server_start")
    return app


def run(app: Sanic, port: int, host: str = HOST) -> None:
    """Serve until stopped; without another host on this computer only."""
    app.run(host=host, port=port, workers=1, access_log=False, motd=False)


def local_actions() -> Any:
    """Give an action endpoint that runs the actions in this process."""
    from rasa.utils.endpoints import EndpointConfig
    from rasa_sdk.executor import ActionExecutor

    executor = ActionExecutor()
    executor.register_package("actions")

    class LocalActions(EndpointConfig):
        async def request(self, *args: Any, **call: Any) -> Any:
            return await executor.run(call["json"])

    return LocalActions("local://actions")


def _tracker_store(folder: Path) -> Any:
    from rasa.utils.endpoints import EndpointConfig

    kind, common = "bot.storage.conversations.ConversationStore", shared()
    if common:
        return EndpointConfig(url=common.database, type=kind)
    file = str(folder / CONVERSATIONS)
    return EndpointConfig(type=kind, dialect="sqlite", db=file, query={"timeout": str(LOCK_SECONDS)})


def _lock_store() -> Any:
    """Give Rasa's Redis lock store when there is Redis; None is its store in memory."""
    from rasa.utils.endpoints import EndpointConfig

    common = shared()
    settings = common.lock_store() if common else None
    return EndpointConfig(**settings) if settings else None
