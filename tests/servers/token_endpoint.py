"""An OAuth2 token endpoint of the tests' own: hands out token-1, token-2, ... and keeps what it was asked.

    with TokenEndpoint() as endpoint:
        endpoint.answers = [(400, {"error": "invalid_grant"})]   # the first request; those after it get a token
        ...                                                      # something POSTs to endpoint.url
        assert endpoint.requests[0]["grant_type"] == "refresh_token"

With a certificate it speaks TLS, and answers the discovery (OpenID Connect Discovery 1.0, 4) that msal begins with.
"""

import json
import ssl
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self
from urllib.parse import parse_qsl

DISCOVERY = "/.well-known/openid-configuration"


class TokenEndpoint:
    """`seconds`: how long its tokens hold. `answers`: (status, content) in turn, a dict as JSON, before any token."""

    def __init__(self, certificate: ssl.SSLContext | None = None, seconds: float = 3600) -> None:
        self.seconds = seconds
        self.answers: list[tuple[int, dict[str, Any] | str]] = []
        self.requests: list[dict[str, str]] = []
        self.given: list[str] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                tenant = f"{endpoint.root}{self.path.split('/v2.0')[0]}"
                known = self.path.endswith(DISCOVERY)
                self._answer(200 if known else 404, _discovery(tenant) if known else {})

            def do_POST(self) -> None:
                form = self.rfile.read(int(self.headers["Content-Length"])).decode()
                endpoint.requests.append(dict(parse_qsl(form)))
                self._answer(*endpoint._next())

            def _answer(self, status: int, content: dict[str, Any] | str) -> None:
                body = (content if isinstance(content, str) else json.dumps(content)).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if certificate:
            self._server.socket = certificate.wrap_socket(self._server.socket, server_side=True)
        port = self._server.server_address[1]
        self.root = f"https://localhost:{port}" if certificate else f"http://127.0.0.1:{port}"
        self.url = f"{self.root}/token"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _next(self) -> tuple[int, dict[str, Any] | str]:
        if self.answers:
            return self.answers.pop(0)
        self.given.append(f"token-{len(self.given) + 1}")
        return 200, {"access_token": self.given[-1], "token_type": "Bearer", "expires_in": self.seconds}


def _discovery(tenant: str) -> dict[str, Any]:
    return {
        "token_endpoint": f"{tenant}/oauth2/v2.0/token",
        "authorization_endpoint": f"{tenant}/oauth2/v2.0/authorize",
        "issuer": f"{tenant}/v2.0",
    }
