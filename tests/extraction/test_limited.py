"""Articles are read in a process that can be ended, and one that takes too long costs itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer

import pytest

from briefing.article import Article
from briefing.errors import ExtractionError, SettingsError
from briefing.extraction.limited import read_limited, seconds_for
from briefing.extraction.process import PROCESSES, Process, end_processes
from briefing.extraction.read import read_one
from briefing.reading import read
from briefing.settings import settings
from tests.conftest import SAMPLE, GiveUp

ROOT = Path(__file__).resolve().parents[2]
FERRY = Article(text="The ferry talks failed. Fiji warned Tonga over the ferry on Monday.")
TREATY = Article(text="Samoa thanked Fiji for the treaty. “We will sign,” said Ana Reyes.")


def _process() -> int:
    return PROCESSES.idle[-1].pid


@pytest.mark.parametrize(
    ("setting", "characters", "seconds"),
    [("60", 0, 60), ("60", 5_000, 65), ("10", 500_000, 510), ("0.5", 100, 0.6), ("0", 5_000, None)],
)
def test_long_articles_may_take_longer(
    monkeypatch: pytest.MonkeyPatch, setting: str, characters: int, seconds: float | None
) -> None:
    monkeypatch.setenv("BRIEFING_ARTICLE_SECONDS", setting)
    settings.cache_clear()
    try:
        assert seconds_for(Article(text="x" * characters)) == seconds
    finally:
        settings.cache_clear()


def test_the_process_reads_as_this_one_does_and_is_kept() -> None:
    article = read(SAMPLE)
    there, here = read_limited(article), read_one(article)
    process = _process()
    assert there.evidence == here.evidence
    for name, table in here.tables.items():
        assert there.tables[name].equals(table), name
    assert read_limited(TREATY).tables["quotes"]["text"].tolist() == ["We will sign,"]
    assert _process() == process


def test_an_article_that_takes_too_long_costs_itself(
    give_up: GiveUp, caplog: pytest.LogCaptureFixture
) -> None:
    give_up("ferry")
    with pytest.raises(ExtractionError, match=r"longer than 0 seconds; .* article_seconds"):
        read_limited(FERRY)
    assert FERRY.article_id in caplog.text
    assert ".py:" in caplog.text
    assert "ferry" not in caplog.text
    assert len(read_limited(TREATY).tables["quotes"]) == 1


def test_an_article_that_ends_the_process_costs_itself(caplog: pytest.LogCaptureFixture) -> None:
    read_limited(TREATY)
    long = Article(text=" ".join([FERRY.text] * 500))
    Timer(0.5, os.kill, (_process(), signal.SIGKILL)).start()
    with pytest.raises(ExtractionError, match="exit status -9"):
        read_limited(long)
    assert long.article_id in caplog.text
    assert "ferry" not in caplog.text
    assert len(read_limited(TREATY).tables["quotes"]) == 1


def test_a_process_that_ended_meanwhile_is_replaced() -> None:
    read_limited(TREATY)
    PROCESSES.idle[-1].end()
    assert len(read_limited(TREATY).tables["quotes"]) == 1


def test_an_answer_that_nobody_waited_for_is_not_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(self: object) -> None:
        raise KeyboardInterrupt

    read_limited(TREATY)
    with monkeypatch.context() as patched:
        patched.setattr(Process, "answer", stopped)
        with pytest.raises(KeyboardInterrupt):
            read_limited(FERRY)
    assert len(read_limited(TREATY).tables["quotes"]) == 1


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(SettingsError, match="The language model nothing is not installed"):
        read_limited(TREATY, model="nothing")
    assert len(read_limited(TREATY).tables["quotes"]) == 1


SCRIPT = """
import sys, time
from briefing.article import Article
from briefing.extraction import limited, process

limited.read_limited(Article(text="Fiji warned Tonga."))
print(process.PROCESSES.idle[0].pid, "spacy" in sys.modules, flush=True)
if sys.argv[1:]:
    limited.seconds_for = lambda article: 5.0
    limited.read_limited(Article(text="Fiji warned Tonga. " * 4_000))
"""
"""Without a guard against being imported, as a page is."""


def test_who_asks_loads_no_model_and_leaves_no_process_behind(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    command = [sys.executable, str(script)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    process, loaded = done.stdout.split()
    assert loaded == "False"
    assert done.stderr == ""
    assert not _is_there(int(process))


def test_the_process_ends_itself_where_nobody_waits_any_more(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), "long"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout is not None
        process = int(asking.stdout.readline().split()[0])
        time.sleep(0.5)
        asking.kill()
    deadline = time.monotonic() + 20
    while _is_there(process) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not _is_there(process)


def _is_there(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split(") ")[1][0] != "Z"
    except FileNotFoundError:
        return False


def test_the_process_can_be_ended_and_starts_again() -> None:
    read_limited(TREATY)
    end_processes()
    assert len(read_limited(TREATY).tables["quotes"]) == 1
