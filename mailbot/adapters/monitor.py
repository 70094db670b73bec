"""/health and /metrics over HTTP, for this machine alone: it listens on 127.0.0.1 and on nothing else.

Whoever wants them from outside puts a server of their own before it, with TLS and a login.
"""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from mailbot.errors import MailbotError

HOST = "127.0.0.1"
SECONDS = 10.0  # that a caller may take over his question


class Monitor:
    """Answers from `start()` to `close()`, in threads of its own. `health` gives (well, content); both are asked anew
    for each request and raise nothing."""

    def __init__(self, port: int, health: Callable[[], tuple[bool, dict[str, object]]], metrics: Callable[[], bytes]):
        try:
            self._server = _Server((HOST, port), _handler(health, metrics))
        except OSError as error:
            raise MailbotError(f"port {port} cannot be opened for [monitor]: {error.strerror}") from None
        self.port = int(self._server.server_address[1])

    def start(self) -> None:
        threading.Thread(target=self._server.serve_forever, name="monitor", daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers that hang up are no news, and a traceback is nothing for a log."""


def _handler(
    health: Callable[[], tuple[bool, dict[str, object]]], metrics: Callable[[], bytes]
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = SECONDS
        server_version, sys_version = "mailbot", ""

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path == "/health":
                well, content = health()
                self._answer(200 if well else 503, "application/json", json.dumps(content).encode() + b"\n")
            elif path == "/metrics":
                self._answer(200, "text/plain; version=0.0.4; charset=utf-8", metrics())
            else:
                self._answer(404, "text/plain", b"/health and /metrics are here\n")

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Being asked is no news."""

    return Handler
