"""Whom the server listens to: this machine, unless the operator says that it shall be more."""

from __future__ import annotations

import logging
from ipaddress import ip_address

_LOG = logging.getLogger(__name__)


def is_of_this_machine(address: str) -> bool:
    """Say whether only programs of this machine can reach an address to listen on.

    Args:
        address: As in Streamlit's setting `server.address`; empty means every network.
    """
    name = address.strip().strip("[]").lower()
    if name == "localhost" or name.startswith("unix:"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:  # a name, which another name server may give another meaning
        return False


def check_address(address: str | None, *, open_to_network: bool, sign_in: bool) -> None:
    """End the program where others could reach it and nobody said that they may.

    Args:
        address: As in Streamlit's setting `server.address`.
        open_to_network: What the operator says; where others can reach it, the log says so too.
        sign_in: Whether everybody has to sign in.

    Raises:
        SystemExit: With the sentence that says what to do.
    """
    if is_of_this_machine(address or "") or sign_in:
        return
    where = address or "every network"
    if not open_to_network:
        raise SystemExit(
            f"briefing: the address {where} would let everybody on the network in, and there is no "
            "sign-in: leave server.address at 127.0.0.1, let people sign in (docs/signing-in.md), "
            "or set BRIEFING_OPEN_TO_NETWORK=true if that is meant."
        )
    _LOG.warning(
        "The setting open_to_network is on: whoever can reach %s sees and changes the library "
        "without signing in.",
        where,
    )
