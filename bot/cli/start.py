"""`oefenouder start`: train if needed, serve the page, open it."""

from __future__ import annotations

import argparse
import errno
import os
import socket
import threading
import webbrowser
from pathlib import Path

from bot.cli.errors import CliError
from bot.messages import message
from bot.project import MODEL, ROOT, is_complete, is_trained
from bot.storage.folder import FolderError, data_folder

HOST = "127.0.0.1"


def run(options: argparse.Namespace) -> int:
    """Check what can be checked before the long part, then train, load and serve."""
    if not is_complete():
        raise CliError(message("geen_project", map=ROOT))
    port, folder = free_port(options.poort), _folder(options.data_map)
    if not is_trained():
        from bot.cli.train import train

        train()
    print(message("start_laden"), flush=True)
    return _serve(port, folder, open_browser=not options.geen_browser)


def free_port(port: int) -> int:
    """Give the port when it can be used; raise CliError with another that is free when it can't."""
    if not 1 <= port <= 65535:
        raise CliError(message("geen_poort", poort=port))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EACCES:
                raise CliError(message("geen_poort", poort=port)) from None
            raise CliError(message("poort_bezet", poort=port, voorstel=_any_port())) from None
    return port


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        found: int = probe.getsockname()[1]
    return found


def _folder(chosen: Path | None) -> Path:
    try:
        return data_folder(chosen)
    except FolderError as error:
        raise CliError(str(error)) from None


def _serve(port: int, folder: Path, open_browser: bool) -> int:
    from bot.server import make_app, quiet_rasa
    from bot.server import run as serve

    address = f"http://{HOST}:{port}/"
    failed = []

    def ready(loaded: bool) -> None:
        if not loaded:
            failed.append(address)
            app.stop()
            return
        print(message("start_klaar", adres=address), flush=True)
        print(message("start_stoppen"), flush=True)
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    os.chdir(ROOT)
    quiet_rasa()
    app = make_app(MODEL, folder, port, ready)
    serve(app, port)
    if failed:
        raise CliError(message("geen_model"))
    return 0
