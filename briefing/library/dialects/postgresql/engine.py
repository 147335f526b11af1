"""A library in a PostgreSQL database: connections, transactions, what its errors mean."""

from __future__ import annotations

import socket
import ssl
from typing import Any

import pg8000.dbapi
import sqlalchemy as sa

from briefing.errors import LibraryError, LibraryUnwritableError
from briefing.library.dialects.place import Address
from briefing.library.dialects.postgresql import sql
from briefing.library.dialects.waiting import WAIT
from briefing.settings import settings

_KEPT_OPEN, _AT_ONCE = 5, 30
"""Connections that stay open, and most at once, of one program; a server has 100 by default."""

_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")

_ANSWERS_IN = 10
"""Seconds for which a server may take to let somebody in."""

_WRITER = 1_112_689_990
"""The lock that one writer at a time holds."""

_TO_READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_TO_WRITE = f"SET LOCAL lock_timeout = '{WAIT}s'; SELECT pg_advisory_xact_lock({_WRITER})"

_OLDEST = 130_000
"""The oldest version of the server, as it gives its number."""


def connect(address: Address) -> sa.Engine:
    """Return the engine of a library in a database."""
    engine = sa.create_engine(
        address.url.set(drivername=sql.NAME, query={}),
        creator=lambda: _open(address),
        paramstyle="numeric_dollar",
        pool_size=_KEPT_OPEN,
        max_overflow=_AT_ONCE - _KEPT_OPEN,
        pool_timeout=WAIT,
        pool_pre_ping=True,
    )
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def prepare(address: Address) -> bool:
    """See that a server is there and can be used; say whether the library can be written.

    Raises:
        LibraryError: The server is too old, or its database is not one of Unicode.
    """
    engine = connect(address)
    try:
        with engine.connect() as connection:
            version, encoding, read_only = connection.exec_driver_sql(
                "SELECT current_setting('server_version_num')::int, "
                "current_setting('server_encoding'), "
                "pg_is_in_recovery() OR current_setting('default_transaction_read_only')::bool"
            ).one()
    finally:
        engine.dispose()
    if version < _OLDEST or encoding != "UTF8":
        raise LibraryError(
            f"The database {address} cannot hold a library: that takes PostgreSQL 13 or newer and "
            "a database with the encoding UTF8."
        )
    return not read_only


def shrink(engine: sa.Engine) -> bool:
    """Write the tables anew without what was deleted, unless somebody uses them just now."""
    at_once = engine.execution_options(isolation_level="AUTOCOMMIT", briefing_bare=True)
    with at_once.connect() as connection:
        try:
            connection.exec_driver_sql(f"SET lock_timeout = '{_ANSWERS_IN}s'")
            connection.exec_driver_sql("VACUUM (FULL)")
            return True
        except sa.exc.DBAPIError as error:
            if state_of(error) != "55P03":
                raise
            return False
        finally:
            if not connection.invalidated:
                connection.exec_driver_sql("RESET lock_timeout")


def bytes_of(connection: sa.Connection) -> int:
    """Return how many bytes the database takes on the disk."""
    size = connection.exec_driver_sql("SELECT pg_database_size(current_database())")
    return int(size.scalar_one())


def state_of(error: sa.exc.DBAPIError) -> str:
    """Return the five signs by which the server names an error; "" where it said nothing."""
    told = error.orig.args[0] if error.orig is not None and error.orig.args else None
    return str(told.get("C", "")) if isinstance(told, dict) else ""


def meaning(error: sa.exc.DBAPIError, address: Address) -> LibraryError:
    """Say in one sentence what an error of the database means."""
    state = state_of(error)
    told = error.orig.args[0] if error.orig is not None and error.orig.args else ""
    said = told.get("M", "") if isinstance(told, dict) else str(told)
    if not state or state in sql.STOPPED or state.startswith("08"):
        return LibraryError(
            f"The database {address} does not answer just now; wait a moment and load the page "
            "again. Its administrator can say whether it runs."
        )
    if state.startswith("28"):
        return LibraryError(
            f"The database {address} does not let this program in ({said}); check the user and the "
            "password."
        )
    if state == "3D000":
        return LibraryError(
            f"There is no database {address.name} at {address.url.host}; make it with "
            f"createdb --encoding=UTF8 --owner={address.url.username} {address.name}."
        )
    if state in ("53300", "55P03", "57014", "40P01", "40001"):
        return LibraryError(
            f"Too many people are using the library {address} just now; wait a moment and try "
            "again."
        )
    if state in ("53100", "53200"):
        return LibraryUnwritableError(
            f"The disk of the database {address} is full, so nothing more can be added; make room "
            "and add what is missing again."
        )
    if state == "25006":
        return LibraryUnwritableError(only_to_be_read(address))
    if state == "42501":
        return LibraryError(
            f"The user {address.url.username} may not do this in the database {address} ({said}); "
            "the database must be the user's own."
        )
    return LibraryError(
        f"The library {address} cannot be used: {said}. Check that the database is one of this "
        "program."
    )


def only_to_be_read(address: Address) -> str:
    """Say in one sentence that a library cannot be written."""
    return (
        f"The library {address} can only be read just now, so nothing in it can be changed; ask "
        "whoever looks after the database."
    )


def _open(address: Address) -> Any:
    """Open a connection; only opening it has a time limit."""
    url = address.url
    host, port = str(url.host), url.port or 5432
    try:
        sock = socket.create_connection((host, port), timeout=_ANSWERS_IN)
    except OSError as error:
        raise pg8000.dbapi.InterfaceError("network error") from error
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = pg8000.dbapi.connect(
            user=str(url.username),
            host=host,
            port=port,
            database=address.name,
            password=address.password or None,
            sock=sock,
            ssl_context=_secured(url),
            application_name="briefing",
        )
        sock.settimeout(None)
        cursor = connection.cursor()
        cursor.execute(
            "SELECT set_config('briefing.names', %s, false), "
            "set_config('standard_conforming_strings', 'on', false)",
            (settings().names,),
        )
        connection.commit()
    except BaseException:
        sock.close()
        raise
    return connection


def _secured(url: sa.URL) -> Any:
    """Return how a connection is kept from others, by `sslmode` as PostgreSQL's own programs do."""
    mode, roots = url.query.get("sslmode", "prefer"), url.query.get("sslrootcert")
    if mode == "disable" or (mode == "prefer" and url.host in _THIS_MACHINE):
        return False
    if mode in ("allow", "prefer"):
        return None
    if mode == "require" and roots is None:
        return True
    return ssl.create_default_context(cafile=str(roots) if roots else None)


def _on_begin(connection: sa.Connection) -> None:
    """Begin: a reader at one moment, a writer once nobody else writes."""
    options = connection.get_execution_options()
    if not options.get("briefing_bare", False):
        connection.exec_driver_sql(_TO_WRITE if options.get("briefing_writes") else _TO_READ)
