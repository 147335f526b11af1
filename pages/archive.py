"""Archive: what do the articles hold that are not in the library?"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from briefing.access import Action
from briefing.archive import Archive, ArchiveFilter, Found
from briefing.archive.copying import CopyingJob
from briefing.errors import ArchiveError
from briefing.library import Filter, Library
from briefing.library.job import Job
from briefing.wording.words import count
from components.adding import many_added
from components.adding_job import progress_of, running_job, wait_for
from components.archive.chosen import Chosen, chosen_facts, chosen_of
from components.archive.fields import CLEAR, OFFERED, archive_filter, clear, fields
from components.archive.listed import A_PAGE, about_line, archive_list, finding, warnings
from components.archive.opened import ask_archive, opened
from components.cache import ask, can, library
from components.empty import WayOut, empty
from components.ending import end_page
from components.escaping import escape_markdown
from components.page import head
from components.paging import pager, rows_before_page

PAGER, REPORT = "archive-page", "archive-report"
TICKED = 10  # articles whose facts are shown at once
WRONG = 5  # articles that could not be copied, told one by one


def laid_out(_: Archive, articles: Sequence[Found]) -> tuple[Chosen | None, dict[str, str]]:
    """Return what stands in articles, and of those that cannot be shown, why."""
    library, wrong = opened().desk.lay_out(articles)
    ids = [each.article_id for each in articles if each.article_id not in wrong]
    return (chosen_of(library, ids) if ids else None), wrong


def finish(job: Job) -> None:
    """Keep what became of a copying that has ended."""
    st.session_state[REPORT] = job


def report(job: Job | None) -> None:
    """Draw what became of the last copying."""
    if job is None:
        return
    if job.cancelled:
        st.info(f"Copying was cancelled; {count(job.total - job.done, 'article')} were left out.")
    st.success(many_added(job.results), icon=":material/check_circle:")
    wrong = [result.error for result in job.results if result.error is not None]
    for error in wrong[:WRONG]:
        st.error(escape_markdown(error), icon=":material/error:")


def copy(number: int, ticked: Sequence[str]) -> None:
    """Draw the way into the library, for all that was found and for what is ticked."""
    chosen: ArchiveFilter | None = None
    with st.popover("Copy into the library", icon=":material/library_add:"):
        st.caption(
            "With what was read in them; articles that the library has are passed over. Files that "
            "they came in are not in an archive."
        )
        if st.button(f"Copy all {count(number, 'article')}", key="archive-copy-all"):
            chosen = flt
        if ticked and st.button(f"Copy the {len(ticked)} ticked", key="archive-copy-ticked"):
            chosen = ArchiveFilter(articles=tuple(ticked))
    if chosen is not None:
        st.session_state.pop(REPORT, None)
        wait_for(CopyingJob(library(), opened().archive, chosen), finish)


flt = archive_filter()
try:
    about = ask_archive(Archive.about)
    total = ask_archive(Archive.count, flt)
except ArchiveError as error:
    head("Archive", Filter(), "It cannot be read.", notice=False, included="")
    st.error(escape_markdown(str(error)), icon=":material/error:")
    if flt != ArchiveFilter():
        st.button(CLEAR, on_click=clear)
    end_page()

head(finding(about, total), Filter(), about_line(about), notice=False, included="")
st.caption("These fields look into the archive; the filter in the sidebar is the library’s.")
warnings(about)
fields(lambda name: ask_archive(Archive.facets, flt, name, most=OFFERED), flt)
if (job := running_job()) is not None:
    progress_of(job, finish)
else:
    report(st.session_state.get(REPORT))
if not total:
    empty("No article of the archive matches these fields.", WayOut(CLEAR, clear))
    end_page()

before = rows_before_page(total, A_PAGE, key=PAGER)
found = ask_archive(Archive.find, flt, limit=A_PAGE, offset=before)
there = {each.article_id for each in found if ask(Library.has, each.article_id)}
ticked = archive_list(found, there)
pager(total, A_PAGE, "article", key=PAGER)
if can(Action.ADD) and running_job() is None:
    copy(total, ticked)
if not ticked:
    st.caption("Tick an article to see its quotations, events and relations with their words.")
    end_page()

if len(ticked) > TICKED:
    st.caption(f"The first {TICKED} of the {len(ticked)} that are ticked.")
chosen = [each for each in found if each.article_id in ticked[:TICKED]]
facts, wrong = ask_archive(laid_out, tuple(chosen))
for fault in wrong.values():
    st.warning(escape_markdown(fault), icon=":material/warning:")
if facts is not None:
    chosen_facts(facts)
