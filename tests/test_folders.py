"""Where an installed program keeps its library, and how `run` starts the app."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from briefing import folders
from briefing.cli import main, parser
from briefing.cli.run import command

LINUX = {"HOME": "/home/ada"}


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", LINUX, "/home/ada/.local/share/briefing"),
        ("linux", {**LINUX, "XDG_DATA_HOME": "/srv/ada"}, "/srv/ada/briefing"),
        ("linux", {**LINUX, "XDG_DATA_HOME": "data"}, "/home/ada/.local/share/briefing"),
        ("darwin", {"HOME": "/Users/ada"}, "/Users/ada/Library/Application Support/briefing"),
        ("win32", {"HOME": "/c", "LOCALAPPDATA": "/c/Local"}, "/c/Local/briefing"),
        ("win32", {"HOME": "/c"}, "/c/AppData/Local/briefing"),
    ],
)
def test_an_installed_program_keeps_its_library_with_a_persons_data(
    platform: str, environment: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(folders, "IS_INSTALLED", True)
    assert folders.library_folder() == Path(folder)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "٨٥٠١", ""])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["run", "--port", port])
    assert "give a number from 1 to 65535" in capsys.readouterr().err


def test_help_names_what_was_typed() -> None:
    assert parser().format_usage().startswith("usage: briefing ")
    assert parser("python -m briefing").format_usage().startswith("usage: python -m briefing ")


def test_run_serves_the_app_from_any_folder(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Names that the app imports: what lies in the working folder must not stand in for them.
    for name in ("streamlit.py", "briefing.py", "components.py"):
        (tmp_path / name).write_text("raise RuntimeError\n", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "briefing", "run", "--port", str(port)],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(folders.ROOT),
            "BRIEFING_DATA_DIR": str(tmp_path / "var"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port} " in process.stdout.readline()
        assert _answers(f"http://127.0.0.1:{port}/_stcore/health", process)
    finally:
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=30)
    assert "Traceback" not in said
    assert "0.0.0.0" not in said


def _answers(address: str, process: subprocess.Popen[str]) -> bool:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.2)
    return False


def test_run_takes_the_settings_beside_the_app() -> None:
    started = command(8600)
    script = Path(started[started.index("run") + 1])
    assert (script.parent / ".streamlit" / "config.toml").is_file()
    assert started[started.index("--server.port") + 1] == "8600"
