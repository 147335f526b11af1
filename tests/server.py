"""A PostgreSQL server of the tests' own: on the loopback address, gone with them."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from briefing.library.dialects.place import Address, address_of

USER = "briefing"
_ACCOUNTS = ("postgres", "nobody")
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


def programs() -> Path | None:
    """Return the folder of Debian's newest server, else that on the path; None for none."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: int(each.parent.name)
    )
    found = shutil.which("initdb")
    if not folders and found is not None:
        folders = [Path(found).resolve().parent]
    return folders[-1] if folders else None


_KEEP = """
DO $$
DECLARE held record;
BEGIN
    CREATE SCHEMA kept;
    FOR held IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', held.name);
    END LOOP;
    CREATE TABLE kept.numbers AS
        SELECT sequencename::text AS name, last_value FROM pg_sequences WHERE schemaname = 'public';
END $$
"""

_PUT_BACK = """
DO $$
DECLARE held record;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR held IN
        SELECT table_name AS name, string_agg(quote_ident(column_name), ', ') AS columns
        FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER'
        GROUP BY table_name
    LOOP
        EXECUTE format('DELETE FROM public.%I', held.name);
        EXECUTE format(
            'INSERT INTO public.%1$I (%2$s) SELECT %2$s FROM kept.%1$I', held.name, held.columns
        );
    END LOOP;
    FOR held IN SELECT * FROM kept.numbers LOOP
        PERFORM setval(
            held.name::regclass, coalesce(held.last_value, 1), held.last_value IS NOT NULL
        );
    END LOOP;
END $$
"""
"""Without foreign keys and triggers, which only a test may do."""


class Server:
    """A server with databases for tests.

    PostgreSQL does not run as root: an account without rights does it then.

    Args:
        bin_folder: Where its programs are.
    """

    def __init__(self, bin_folder: Path) -> None:
        self._bin = bin_folder
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self._folder = Path(mkdtemp(prefix="briefing-postgresql-", dir=memory))
        self._account = _unprivileged() if os.geteuid() == 0 else None
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._names = count(1)
        self._kept: dict[str, object] = {}

    def start(self) -> None:
        """Make its data, where there are none, and start it."""
        if not Path(self._data).exists():
            if self._account is not None:
                shutil.chown(self._folder, self._account)
            made = ("initdb", "-D", self._data, "-U", USER, "--auth=trust", "--encoding=UTF8")
            self._run([*made, "--locale=C", "--no-sync"])
        options = [f"-p {self.port}", "-c listen_addresses=127.0.0.1"]
        options += ["-c unix_socket_directories=", *(f"-c {each}" for each in _FAST)]
        log = str(self._folder / "log")
        self._run(["pg_ctl", "-D", self._data, "-o", " ".join(options), "-l", log, "-w", "start"])

    def stop(self) -> None:
        """Stop it, whoever is connected."""
        self._run(["pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop"])

    def remove(self) -> None:
        """Stop it and delete its data."""
        self.stop()
        shutil.rmtree(self._folder)

    def database(self) -> Address:
        """Make an empty database."""
        name = f"test_{next(self._names)}"
        self.ask(f"CREATE DATABASE {name} TEMPLATE template0", "postgres")
        return self.address(name)

    def keep(self, address: Address) -> None:
        """Keep what all tables of a database hold, for `put_back`."""
        self.ask(_KEEP, address.name)
        self._kept[address.name] = self._next_write(address.name)

    def put_back(self, address: Address) -> None:
        """Let all tables hold what was kept, where anything was written since."""
        if self._next_write(address.name) != self._kept[address.name]:
            self.ask(_PUT_BACK, address.name)
            self._kept[address.name] = self._next_write(address.name)

    def _next_write(self, name: str) -> object:
        """Return a number that grows with each transaction that writes."""
        return self.ask("SELECT txid_snapshot_xmax(txid_current_snapshot())", name)[0][0]

    def drop(self, address: Address) -> None:
        """Delete a database, whoever is connected."""
        self.ask(f"DROP DATABASE {address.name} WITH (FORCE)", "postgres")

    def address(self, name: str) -> Address:
        """Return the address of a database."""
        return address_of(f"postgresql://{USER}@127.0.0.1:{self.port}/{name}")

    def ask(self, statement: str, name: str) -> list[list[object]]:
        """Run a statement by itself and return its rows."""
        import pg8000.dbapi

        with closing(
            pg8000.dbapi.connect(USER, host="127.0.0.1", port=self.port, database=name)
        ) as connection:
            connection.autocommit = True
            with closing(connection.cursor()) as cursor:
                cursor.execute(statement)
                return list(cursor.fetchall()) if cursor.description else []

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def _run(self, command: Sequence[str]) -> None:
        subprocess.run(
            [str(self._bin / command[0]), *command[1:]],
            user=self._account,
            extra_groups=[] if self._account else None,
            cwd="/",
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
        )


def _unprivileged() -> str:
    known = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in _ACCOUNTS if name in known)
