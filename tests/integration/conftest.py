"""What only the integration tests need: offices on a Dovecot of their own, and an endpoint that judges tokens."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.office import Office, open_office
from tests.servers.dovecot import Dovecot


@pytest.fixture
def token_checker() -> Iterator[Callable[[str], int]]:
    """Starts an endpoint at which a mail server asks whether a token is good; returns its port."""
    servers: list[ThreadingHTTPServer] = []

    def start(good: str) -> int:
        class Checker(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                given = parse_qs(urlsplit(self.path).query).get("token", [""])[0]
                known = given == good
                answer = json.dumps({"active": True, "email": "platform@example.nl"} if known else {}).encode()
                self.send_response(200 if known else 401)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Checker)
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return int(server.server_address[1])

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def office(tmp_path: Path, dovecot: Dovecot) -> Iterator[Office]:
    """An office with SQLite."""
    with open_office(tmp_path, dovecot) as office:
        yield office


@pytest.fixture(params=["sqlite", "postgresql"])
def office_on_both(request: pytest.FixtureRequest, tmp_path: Path, dovecot: Dovecot) -> Iterator[Office]:
    """An office, once with each database."""
    url = "sqlite:///mailbot.db" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    with open_office(tmp_path, dovecot, database=url) as office:
        yield office
