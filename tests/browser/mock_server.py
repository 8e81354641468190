"""A stand-in server for the page: the API of the channel with canned data, so that screens can be seen and tested.

Run `python tests/browser/mock_server.py [port]` and open the address it prints. Standard library only.
"""

from __future__ import annotations

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

if __package__:
    from tests.browser.mock_state import Mock, MockFault
else:  # run as a script
    from mock_state import Mock, MockFault  # type: ignore[import-not-found, no-redef]

STATIC = Path(__file__).parents[2] / "bot" / "channel" / "static"
POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class Handler(BaseHTTPRequestHandler):
    """Answers files from the static folder and the API from the canned state."""

    mock: Mock
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Serve a file or read something."""
        if self.path.startswith("/api/"):
            self._api("GET")
        else:
            self._file()

    def do_POST(self) -> None:
        """Change something."""
        self._api("POST")

    def do_DELETE(self) -> None:
        """Remove one exercise, or all."""
        self._api("DELETE")

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""

    def _file(self) -> None:
        name = self.path.split("?")[0].lstrip("/") or "index.html"
        path = (STATIC / name).resolve()
        if STATIC not in path.parents or not path.is_file():
            self._send(404, b"", "text/plain")
            return
        self._send(200, path.read_bytes(), KINDS.get(path.suffix, "application/octet-stream"))

    def _api(self, method: str) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body: dict[str, Any] = json.loads(self.rfile.read(length) or b"{}")
        parts = [unquote(part) for part in self.path.removeprefix("/api/").split("/")]
        try:
            answer: Any = self.mock.answer(method, parts, body)
            code = 200
        except MockFault as fault:
            answer, code = {"fout": str(fault), **fault.more}, fault.code
        if isinstance(answer, str):
            self._send(code, answer.encode(), "text/html")
        else:
            self._send(code, json.dumps(answer, ensure_ascii=False).encode(), "application/json")

    def _send(self, code: int, data: bytes, kind: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)


def serve(port: int = 0) -> tuple[ThreadingHTTPServer, Mock, str]:
    """Start in the background on a free port; gives the server, its state and the address."""
    mock = Mock()
    handler = type("BoundHandler", (Handler,), {"mock": mock})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, mock, f"http://127.0.0.1:{server.server_address[1]}"


if __name__ == "__main__":
    address = serve(int(sys.argv[1]) if len(sys.argv) > 1 else 8099)[2]
    print(address)
    threading.Event().wait()
