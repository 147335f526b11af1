"""A cluster reads what one machine reads: the same files, though a worker is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from briefing.article import Article
from briefing.errors import ClusterError
from briefing.export import archive
from briefing.export.archive import write_archive
from briefing.extraction import cluster, limited
from briefing.extraction.process import end_processes

ROOT = Path(__file__).resolve().parents[2]

ARTICLES = [
    Article(
        text=f"Fiji warned Tonga on Monday. “We will wait {number} days,” said Ana Reyes.",
        published=f"2024-{1 + number % 3:02}-03",
        published_basis="stated",
    )
    for number in range(24)
]

with_dask = pytest.mark.skipif(
    not find_spec("distributed"),
    reason="left out: Dask is not installed (the extra `cluster`)",
)

Start = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[bytes]]]:
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in reversed(started):
        process.kill()
        process.wait()
    end_processes()


@pytest.fixture
def scheduler(tmp_path: Path, processes: list[subprocess.Popen[bytes]]) -> str:
    file = tmp_path / "scheduler.json"
    _start(processes, tmp_path, "dask_scheduler", "--scheduler-file", str(file))
    until = time.monotonic() + 60
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.1)
    return str(json.loads(file.read_text())["address"])


@pytest.fixture
def worker(tmp_path: Path, processes: list[subprocess.Popen[bytes]], scheduler: str) -> Start:
    def started() -> subprocess.Popen[bytes]:
        return _start(
            processes, tmp_path, "dask_worker", scheduler, "--no-nanny", "--nthreads", "1"
        )

    return started


def _start(
    processes: list[subprocess.Popen[bytes]], folder: Path, what: str, *arguments: str
) -> subprocess.Popen[bytes]:
    log = (folder / f"{what}-{len(processes)}.log").open("w")
    with log:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", f"distributed.cli.{what}", *arguments),
                *("--host", "127.0.0.1", "--no-dashboard"),
                *(["--port", "0"] if what == "dask_scheduler" else ["--worker-port", "0"]),
            ],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=log,
            stderr=log,
        )
    processes.append(process)
    return process


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_CHUNK", 6)
    monkeypatch.setattr(limited, "_TOGETHER", 2)


@with_dask
def test_killed_workers_and_a_restart_change_no_file(
    tmp_path: Path, small: None, scheduler: str, worker: Start
) -> None:
    write_archive(tmp_path / "alone", ARTICLES, workers=1)
    first = worker()
    worker()
    done: list[bool] = []

    def kill_one_then_stop(chunk: object, there: bool) -> None:
        done.append(there)
        if len(done) == 1:
            first.kill()
        if len(done) == 2:
            raise KeyboardInterrupt

    folder = tmp_path / "cluster"
    with pytest.raises(KeyboardInterrupt):
        write_archive(folder, ARTICLES, scheduler=scheduler, done=kill_one_then_stop)
    assert first.wait() == -signal.SIGKILL
    write_archive(folder, ARTICLES, scheduler=scheduler, done=lambda _, there: done.append(there))
    assert done == [False, False, True, True, False, False]
    assert _files(folder) == _files(tmp_path / "alone")


@with_dask
def test_a_scheduler_without_workers_is_said(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_LOOK", 0.1)
    monkeypatch.setattr(cluster, "_PATIENCE", 0.3)
    with pytest.raises(ClusterError, match="has no workers; start some"):
        write_archive(tmp_path / "out", ARTICLES, scheduler=scheduler)


@with_dask
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense:::"])
def test_where_no_scheduler_answers_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(cluster, "_CONNECT", 1)
    with pytest.raises(ClusterError, match="No scheduler answers"):
        write_archive(tmp_path / "out", ARTICLES, scheduler=address)


def test_a_worker_of_another_version_says_so() -> None:
    with pytest.raises(ClusterError, match=r"and not 0\.0\.1; install the same one"):
        cluster.read_batch("0.0.1", [])


def test_without_dask_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"Dask is not installed.*extra `cluster`"):
        write_archive(tmp_path / "out", ARTICLES, scheduler="tcp://127.0.0.1:1")
