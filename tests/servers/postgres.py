"""A PostgreSQL server of the tests' own: made in a temporary folder, on a Unix socket, gone afterwards.

    with PostgresServer() as server:
        url = server.new_database()       # an empty one each time: "postgresql+psycopg://..."
        server.restart()                  # for tests of what happens then

PostgreSQL refuses to run as root: started by root, it runs as Debian's user `postgres`. No TCP port, so that nothing
on the machine can be in its way.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, Self

import psycopg

SYSTEM_USER = "postgres"
# Durability costs time and nobody's data is here; the rest keeps it small beside others on the same machine.
SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
}


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, the newest version's; None where PostgreSQL isn't installed."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return versions[-1].parent if versions else None


class PostgresServer:
    """Started on entering, stopped and removed on leaving."""

    def __init__(self) -> None:
        bin_folder = programs()
        assert bin_folder is not None, "PostgreSQL isn't installed: ask programs() first"
        self._bin = bin_folder
        self._databases = 0

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="mailbot-pg-"))
        self.folder.chmod(0o711)  # the socket in it is for us, whoever of us is root
        if os.geteuid() == 0:
            shutil.chown(self.folder, SYSTEM_USER)
        self._run("initdb", "--auth=trust", f"--username={SYSTEM_USER}", "--encoding=UTF8", "--no-locale", "--no-sync")
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        """Returns once it answers."""
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        options += f" -c unix_socket_directories={self.folder}"
        self._run("pg_ctl", "--wait", f"--log={self.folder}/log", f"--options={options}", "start")

    def stop(self, mode: Literal["fast", "immediate"] = "fast") -> None:
        """`fast` ends every connection; `immediate` is a crash. Does nothing when stopped already."""
        if self.running:
            self._run("pg_ctl", "--wait", f"--mode={mode}", "stop")

    def restart(self) -> None:
        self.stop()
        self.start()

    @property
    def running(self) -> bool:
        return (self._data / "postmaster.pid").exists()

    def url(self, database: str = "postgres") -> str:
        """For SQLAlchemy, with the driver that mailbot brings."""
        return f"postgresql+psycopg://{SYSTEM_USER}@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The URL of a new, empty database."""
        self._databases += 1
        name = f"test_{self._databases}"
        with self._connection() as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def end_connections(self) -> None:
        """Cut every connection to every database, as an administrator or a failing network would."""
        with self._connection() as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection]:
        with psycopg.connect(host=str(self.folder), user=SYSTEM_USER, dbname="postgres", autocommit=True) as connection:
            yield connection

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._bin / program, f"--pgdata={self._data}", *arguments],
            user=SYSTEM_USER if os.geteuid() == 0 else None,
            group=SYSTEM_USER if os.geteuid() == 0 else None,
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
        if done.returncode != 0:
            log = self.folder / "log"
            raise RuntimeError(f"{program} failed: {done.stdout}\n{log.read_text() if log.exists() else ''}")
