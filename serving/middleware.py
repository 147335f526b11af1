"""What stands around the app as `st.App` takes it, with what Streamlit's settings say."""

from __future__ import annotations

from pathlib import Path

from starlette.middleware import Middleware
from streamlit import config, file_util

from serving.door import Door, Rules
from serving.guard import LOOPBACK, Guard, Known, content_policy
from serving.health import Counting, Health


def middleware(health: Health, rules: Rules) -> list[Middleware]:
    """Return what stands around the app, outermost first.

    Args:
        health: Where answers are counted.
        rules: Who is let in.
    """
    page = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    return [
        Middleware(Guard, known=known, policy=content_policy(page)),
        Middleware(Counting, health=health),
        Middleware(Door, rules=rules),
    ]


def known() -> Known:
    """Return what the settings `server.allowedHosts` and `browser.server…` say."""
    hosts = [host.strip().lower().rstrip(".") for host in config.get_option("server.allowedHosts")]
    address = config.is_manually_set("browser.serverAddress")
    if address:
        hosts.append(str(config.get_option("browser.serverAddress")).lower())
    port = config.is_manually_set("browser.serverPort")
    return Known(
        tuple(host.strip("[]") for host in hosts if host not in ("", "*")) or LOOPBACK,
        int(config.get_option("browser.serverPort")) if port else None,
    )
