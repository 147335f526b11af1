"""Adding articles: a paste or files in, progress, and a report of what became of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from briefing.access import Action
from briefing.article import Article
from briefing.library.queries.versions import Alike
from briefing.reading import READ, Failure, read_pasted
from briefing.reading.dates import FIRST_DAY, LAST_DAY
from briefing.reading.formats.addresses import addresses_in, only_addresses
from briefing.settings import settings
from briefing.wording.controls import DAY_FORM
from briefing.wording.versions import alike_words
from briefing.wording.words import count
from components.adding_job import progress_of, running_job, wait_for
from components.browser_side import focus_next, name_control
from components.cache import can, library
from components.escaping import escape_markdown
from components.facts import ARTICLE_PAGE
from components.handed_over import about
from components.other_versions import Differences, other_versions
from components.removed_list import offer_undo
from components.set_apart import set_apart

if TYPE_CHECKING:
    from briefing.library.ingest import Result
    from briefing.library.job import Job

BRIEFING_PAGE = "pages/briefing.py"

REPORT = "library-report"
"""Where the session keeps what became of what was added last."""

_FORM = "library-form"

_STOPPED = "library-stopped"
"""Where the session keeps how many files were left out when adding was cancelled."""

_DETAILED = 12
"""Results that are drawn one by one; of more, only those that could not be read."""


_NOTES = 60
"""Notes on many articles that are drawn."""


_Asked = tuple[Sequence[Any], date | None]
"""What is to be added, and the day that was given for it."""


@dataclass(frozen=True, slots=True)
class Versions:
    """How the report finds what an article is a version of.

    Attributes:
        alike: Finds the answer to `queries.alike` for an article, and whether the pages show it.
        differences: Finds what changed between two versions, by their ids.
    """

    alike: Callable[[str], tuple[bool, Sequence[Alike]]]
    differences: Differences


def add_articles(versions: Versions) -> None:
    """Draw the report of the last time, and the two ways to add.

    Args:
        versions: Finds other versions of what was added.
    """
    if not can(Action.ADD):
        st.info("You can only read this library, so nothing can be added.")
        return
    _report(st.session_state.get(REPORT, ()), versions)
    if (job := running_job()) is not None:
        progress_of(job, _finish)
        return
    asked: _Asked | None = None
    generation = st.session_state.setdefault(_FORM, 0)  # a new one empties the fields
    paste, files, folder = st.tabs(["Paste a text", "Upload files", "Upload a folder"])
    with paste, st.form(f"paste-{generation}", border=False):
        text = st.text_area(
            "Text of the article, title on the first line",
            height=140,
            placeholder="Title\n\nFirst paragraph…",
            key=f"paste-text-{generation}",
        )
        outlet, given = st.columns(2)
        source = outlet.text_input(
            "Outlet", placeholder="If you know it", key=f"paste-source-{generation}"
        )
        day = _day_input(given, f"paste-day-{generation}")
        if st.form_submit_button("Add article", icon=":material/add:"):
            asked = _pasted(text, source, day), day
    with files:
        asked = _uploaded("files", "Add files", multiple=True) or asked
    with folder:
        asked = _uploaded("folder", "Add folder", multiple="directory") or asked
    if asked is not None:
        _read(*asked)


def _uploaded(name: str, label: str, *, multiple: Literal[True, "directory"]) -> _Asked | None:
    """Draw a form for files, and return them with their day once it is sent.

    No ending is asked for: what a file is, its content tells, and one that cannot be read is named.
    """
    generation = st.session_state[_FORM]
    with st.form(f"{name}-{generation}", border=False):
        uploads = st.file_uploader(
            upload_label(settings().max_file_bytes, st.get_option("server.maxUploadSize")),
            accept_multiple_files=multiple,
            help=f"Accepted: {READ}.",
            key=f"upload-{name}-{generation}",
        )
        day = _day_input(st, f"upload-{name}-day-{generation}")
        if not st.form_submit_button(label, icon=":material/upload_file:"):
            return None
    shown = [each for each in uploads if not _is_hidden(each.name)]
    return [(each.name, each.getvalue()) for each in shown], day


def _is_hidden(name: str) -> bool:
    """Say whether a file of a folder is one that systems keep for themselves, such as .DS_Store."""
    return any(part.startswith(".") for part in PurePosixPath(name).parts)


def upload_label(max_file_bytes: int, most: int) -> str:
    """Say what can be uploaded.

    Args:
        max_file_bytes: The setting: bytes of one file.
        most: Megabytes of one file that the server takes.
    """
    return f"Articles in English, up to {min(max_file_bytes / 1_000_000, most):g} MB a file"


def _day_input(place: Any, key: str) -> date | None:
    found: date | None = place.date_input(
        "Published on, if the text does not say",
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format=DAY_FORM,
        key=key,
    )
    return found


def _pasted(text: str, source: str, day: date | None) -> Sequence[Article | Failure | str]:
    """Return the articles of a paste; where pages may be fetched, the addresses that it holds."""
    if settings().fetch_addresses and only_addresses(text):
        return addresses_in(text)
    return list(
        read_pasted(
            text,
            "The pasted text",
            source=source.strip() or None,
            published=day.isoformat() if day else None,
        )
    )


def _read(items: Sequence[Any], day: date | None) -> None:
    """Read and add each item, with progress, keep the report and draw the page anew."""
    from briefing.library.ingest import Result
    from briefing.library.job import AddingJob
    from briefing.library.sources import Upload

    if not items:
        st.session_state[REPORT] = [Result("", error="Choose at least one file first.")]
        st.rerun()
    unread = [item for item in items if isinstance(item, Failure)]
    st.session_state[REPORT] = [Result(item.name, error=str(item.error)) for item in unread]
    sources = [
        Upload(*item) if isinstance(item, tuple) else item for item in items if item not in unread
    ]
    st.session_state[_STOPPED] = 0
    published = day.isoformat() if day else None
    wait_for(AddingJob(library(), sources, published=published), _finish)


def _finish(job: Job) -> None:
    """Keep the report of an adding that has ended."""
    results = [*st.session_state.get(REPORT, ()), *job.results]
    st.session_state[REPORT] = results
    st.session_state[_STOPPED] = job.total - job.done if job.cancelled else 0
    if any(result.article_id for result in results):
        st.session_state[_FORM] += 1
        added = [number for number, result in enumerate(results) if result.error is None]
        if len(results) <= _DETAILED:
            focus_next(report_link(added[0]))


def _report(results: Sequence[Result], versions: Versions) -> None:
    """Draw what became of each; of many those that could not be read, and how many were added."""
    if left := st.session_state.get(_STOPPED, 0):
        st.info(
            f"Adding was cancelled; {count(left, 'file')} "
            f"{'was' if left == 1 else 'were'} left out. What was added stays: add the same files "
            "again to go on."
        )
    if len(results) > _DETAILED:
        st.success(many_added(results), icon=":material/check_circle:")
        wrong = [result for result in results if result.error is not None]
        if len(wrong) > _DETAILED:
            st.caption(f"The first {_DETAILED} that could not be read; “Files not read” has all.")
        _notes_of_many(results)
        results = wrong[:_DETAILED]
    for number, result in enumerate(results):
        if result.error is not None:
            st.error(escape_markdown(result.error), icon=":material/error:")
            continue
        with st.container(border=True, key=f"report-{number}", gap="small"):
            with st.container(horizontal=True, vertical_alignment="center"):
                icon = ":material/check_circle:" if result.new else ":material/done_all:"
                st.markdown(f"{icon} **{escape_markdown(result.name)}**", width="content")
                with st.container(key=report_link(number), width="content"):
                    name_control(report_link(number), f"Open its briefing: {result.name}")
                    st.page_link(
                        BRIEFING_PAGE,
                        label="Open its briefing",
                        icon=":material/summarize:",
                        query_params=about(result.article_id),
                    )
                text_link = f"{report_link(number)}-text"
                with st.container(key=text_link, width="content"):
                    name_control(text_link, f"Open its text: {result.name}")
                    st.page_link(
                        ARTICLE_PAGE,
                        label="Open its text",
                        icon=":material/article:",
                        query_params={"open": result.article_id or ""},
                    )
            st.text(summary(result))
            if result.alike and result.article_id:
                _versions(result.article_id, versions)
            for note in result.notes:
                st.caption(escape_markdown(note))
            set_apart(
                result.removed,
                result.captions,
                label="Removed on import",
                key=f"report-{number}-apart",
            )


def _notes_of_many(results: Sequence[Result]) -> None:
    """Draw what reading has to say of articles that are not drawn one by one, folded."""
    told = [(result.name, note) for result in results for note in result.notes]
    if told:
        with st.expander(f"Notes on what was read ({len(told):,})", key="report-notes"):
            for name, note in told[:_NOTES]:
                st.text(f"{name}: {note}")
            if len(told) > _NOTES:
                st.caption(f"The first {_NOTES}; the page of each article has its own.")


def _versions(article_id: str, versions: Versions) -> None:
    """Draw what an article that was added is a version of, with the choice to keep both or one."""
    shown, found = versions.alike(article_id)
    if not found:
        return
    st.markdown(f":material/history: {escape_markdown(alike_words(found))}")
    other_versions(article_id, shown, found, versions.differences)
    older = [each.article_id for each in found if each.kind == "version" and not each.newer]
    if older and can(Action.REMOVE):
        st.button(
            "Remove the older one" if len(older) == 1 else "Remove the older ones",
            icon=":material/delete:",
            key=f"replace-{article_id}",
            on_click=_replace,
            args=(older,),
        )


def _replace(older: list[str]) -> None:
    for article_id in older:
        library().remove(article_id)
    offer_undo(older)


def report_link(number: int) -> str:
    """Return the key of the link to what was added, by its place in the report."""
    return f"report-open-{number}"


def many_added(results: Sequence[Result]) -> str:
    """Say what became of many: "120 articles were added, 4 were there already, 1 failed."."""
    new = sum(result.new for result in results)
    failed = sum(result.error is not None for result in results)
    there = len(results) - new - failed
    parts = [f"{count(new, 'article')} {'was' if new == 1 else 'were'} added"]
    if there:
        parts.append(f"{there:,} {'was' if there == 1 else 'were'} there already")
    if failed:
        parts.append(f"{failed:,} could not be read")
    return f"{', '.join(parts)}."


def summary(result: Result) -> str:
    """Say what was found: "Found: 12 entities, 7 quotations, 6 events, 9 relations"."""
    if not result.new:
        return "This article is already in the library; nothing was added."
    found = result.counts
    return "Found: " + ", ".join(
        (
            count(found.get("entities", 0), "entity", "entities"),
            count(found.get("quotes", 0), "quotation"),
            count(found.get("events", 0), "event"),
            count(found.get("relations", 0), "relation"),
        )
    )
