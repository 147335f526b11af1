"""The progress of adding, with a way to cancel it; it goes on while other pages are looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from briefing.library.job import Job

JOB = "library-job"
"""Where the session keeps the adding that runs."""

_TOGETHER = 15.0
"""Seconds for which the page waits for the end, so that a few articles are there at once."""

_LOOK = 0.2
"""Seconds between two looks meanwhile."""

_CANCEL = "Cancel adding"


def running_job() -> Job | None:
    """Return the adding of this session that runs, or has ended and was not told yet."""
    job: Job | None = st.session_state.get(JOB)
    return job


def wait_for(job: Job, finish: Callable[[Job], None]) -> None:
    """Wait a while for an adding, with its progress; then draw the page anew.

    Args:
        job: The adding.
        finish: Called when it has ended.
    """
    st.session_state[JOB] = job
    place = st.empty()
    with place.container():
        bar = st.progress(job.share, text=job.words)
        _cancel_button(job)
    until = time.monotonic() + _TOGETHER
    while not job.wait(_LOOK) and time.monotonic() < until:
        bar.progress(job.share, text=job.words)
    place.empty()
    if not job.runs:
        _end(job, finish)
    st.rerun()


@st.fragment(run_every=1.0)
def progress_of(job: Job, finish: Callable[[Job], None]) -> None:
    """Draw how far an adding is, once a second, until it has ended; the page stays usable.

    Args:
        job: The adding.
        finish: Called when it has ended.
    """
    if job.runs:
        st.progress(job.share, text=job.words)
        st.caption("You can look at other pages meanwhile; what is added is there at once.")
        _cancel_button(job)
        return
    _end(job, finish)
    st.rerun()


def _end(job: Job, finish: Callable[[Job], None]) -> None:
    st.session_state.pop(JOB, None)
    finish(job)


def _cancel_button(job: Job) -> None:
    st.button(
        _CANCEL,
        icon=":material/stop_circle:",
        key="cancel-adding",
        on_click=job.cancel,
        disabled=job.cancelled,
        help="What was added stays in the library.",
    )
