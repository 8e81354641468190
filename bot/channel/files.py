"""The files of the page: what is written in static/ is what is served."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from sanic.response import HTTPResponse, raw

from bot.channel.guard import protect

STATIC = Path(__file__).parent / "static"

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}


def find(path: str, folder: Path = STATIC) -> Path | None:
    """Give the file for an address, None when there is none in the folder."""
    wanted = unquote(path).lstrip("/") or "index.html"
    if "\x00" in wanted:
        return None
    file = (folder / wanted).resolve()
    inside = file.is_relative_to(folder.resolve())
    return file if inside and file.is_file() and file.suffix in TYPES else None


async def serve_file(path: str) -> HTTPResponse | None:
    """Give a file of the page, None when the address is not one; never cached, so that an update shows."""
    file = find(path)
    if file is None:
        return None
    response = raw(file.read_bytes(), content_type=TYPES[file.suffix])
    response.headers["Cache-Control"] = "no-cache"
    return protect(response)
