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
from bot.cli.network import ANYWHERE, own_addresses, own_names
from bot.cli.own import use_own
from bot.messages import message
from bot.project import MODEL, ROOT, is_complete, is_trained
from bot.storage.database import StorageError
from bot.storage.folder import CONVERSATIONS, EXERCISES, FolderError, data_folder
from bot.storage.health import set_aside_if_damaged
from bot.storage.retention import MAX_DAYS
from bot.storage.shared import SharedError, shared
from bot.storage.trouble import trouble_in

HOST = "127.0.0.1"
_START_TROUBLES = {"opslag_bezet": "start_bezet", "opslag_vol": "start_vol"}


def run(options: argparse.Namespace) -> int:
    """Check what can be checked before the long part, then train, load and serve."""
    if not is_complete():
        raise CliError(message("geen_project", map=ROOT))
    days = _days(options.bewaar_dagen)
    _check_shared()
    host = ANYWHERE if options.netwerk else HOST
    port, folder = free_port(options.poort, host), _folder(options.data_map)
    use_own(folder)
    if not is_trained():
        from bot.cli.train import train

        train()
    print(message("start_laden"), flush=True)
    return _serve(port, folder, days, host, open_browser=not options.geen_browser)


def _check_shared() -> None:
    """Tell at once, and not after loading, that a shared database or Redis cannot be used."""
    try:
        common = shared()
        if common:
            common.check()
    except SharedError as error:
        raise CliError(str(error)) from None


def _days(days: int) -> int:
    if not 1 <= days <= MAX_DAYS:
        raise CliError(message("geen_bewaar_dagen", dagen=days, meest=MAX_DAYS))
    return days


def free_port(port: int, host: str = HOST) -> int:
    """Give the port when it can be used; raise CliError with another that is free when it can't."""
    if not 1 <= port <= 65535:
        raise CliError(message("geen_poort", poort=port))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
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
    """Give the data folder; a damaged file in it is put aside, with one line about it."""
    try:
        folder = data_folder(chosen)
        for name in (CONVERSATIONS, EXERCISES):
            kept = set_aside_if_damaged(folder / name)
            if kept:
                print(message("opslag_opzij", bestand=name, bewaard=kept), flush=True)
    except FolderError as error:
        raise CliError(str(error)) from None
    return folder


def _addresses(port: int, host: str) -> tuple[str, ...]:
    """Give where colleagues open the page; none without `--netwerk`, an error when there is no network."""
    if host == HOST:
        return ()
    found = tuple(f"http://{address}:{port}/" for address in own_addresses())
    if not found:
        raise CliError(message("netwerk_geen"))
    return found


def _serve(port: int, folder: Path, days: int, host: str, open_browser: bool) -> int:
    from bot.channel.settings import PageSettings
    from bot.server import make_app, quiet_rasa
    from bot.server import run as serve

    address, addresses = f"http://{HOST}:{port}/", _addresses(port, host)
    failed = []

    def ready(loaded: bool) -> None:
        if not loaded:
            failed.append(address)
            app.stop()
            return
        print(message("start_klaar", adres=address), flush=True)
        if addresses:
            print(message("netwerk_open", adressen=message("netwerk_of").join(addresses)), flush=True)
            print(message("netwerk_uitleg"), flush=True)
        print(message("start_stoppen"), flush=True)
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    os.chdir(ROOT)
    quiet_rasa()
    settings = PageSettings(folder, days, own_names() if addresses else (), addresses)
    try:
        app = make_app(MODEL, folder, port, ready, settings)
    except StorageError as error:
        raise CliError(message(_START_TROUBLES.get(trouble_in(error), "start_opslag"))) from None
    serve(app, port, host)
    if failed:
        raise CliError(message("model_kapot"))
    return 0
