"""The app is this machine's alone, unless the operator says that others may reach it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.address import check_address, is_of_this_machine
from tests.browser.conftest import running
from tests.serving.test_server import TRAP

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("127.0.0.1", True),
        ("127.0.0.7", True),
        ("localhost", True),
        ("Localhost ", True),
        ("::1", True),
        ("[::1]", True),
        ("unix:///run/briefing/app.sock", True),
        ("0.0.0.0", False),
        ("::", False),
        ("", False),
        ("192.0.2.7", False),
        ("::ffff:192.0.2.7", False),
        ("localhost.example", False),
        ("briefing.ministry.example", False),
        ("127.0.0.1.example", False),
    ],
)
def test_only_addresses_of_this_machine_are_private(address: str, private: bool) -> None:
    assert is_of_this_machine(address) is private


@pytest.mark.parametrize("address", ["0.0.0.0", "", None])
def test_an_open_address_is_refused_in_one_sentence(address: str | None) -> None:
    with pytest.raises(SystemExit) as refused:
        check_address(address, open_to_network=False, sign_in=False)
    said = str(refused.value.code)
    assert "127.0.0.1" in said
    assert "BRIEFING_OPEN_TO_NETWORK=true" in said
    assert "\n" not in said


def test_an_open_address_that_is_meant_is_said_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    check_address("127.0.0.1", open_to_network=True, sign_in=False)
    assert caplog.text == ""
    check_address("0.0.0.0", open_to_network=True, sign_in=False)
    assert "whoever can reach 0.0.0.0" in caplog.text


def _started(tmp_path: Path, options: Sequence[str], **environment: str) -> tuple[int, str]:
    """Start the app where it must not go on; return its exit status and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", *options],
        cwd=ROOT,
        env={**os.environ, "BRIEFING_DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        timeout=200,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("way", ["streamlit run", "briefing run"])
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}, "the address 0.0.0.0 would let everybody"),
        ({"BRIEFING_MARKNG": "OFFICIAL"}, "did you mean BRIEFING_MARKING?"),
    ],
)
def test_the_app_does_not_start(
    tmp_path: Path, way: str, environment: dict[str, str], words: str
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    options = {
        "streamlit run": ["streamlit", "run", "app.py", "--server.headless=true", "--server.port"],
        "briefing run": ["briefing", "run", "--port"],
    }[way]
    status, said = _started(tmp_path, [*options, port], **environment)
    assert status == 1
    assert words in said
    assert "Traceback" not in said


def test_the_app_starts_where_it_is_meant_and_asks_no_outside_host(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(TRAP)
    trapped = tmp_path / "trapped.txt"
    with running(
        tmp_path,
        PYTHONPATH=str(tmp_path),
        TRAPPED=str(trapped),
        STREAMLIT_SERVER_ADDRESS="0.0.0.0",
        BRIEFING_OPEN_TO_NETWORK="true",
        BRIEFING_SEED="false",
    ):
        assert "open_to_network" in (tmp_path / "server.log").read_text()
    assert not trapped.exists(), trapped.read_text()
