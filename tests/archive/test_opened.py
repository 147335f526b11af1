"""What an archive answers: what it is, which articles pass a filter, counts; and what is broken."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from briefing.archive import Archive, ArchiveFilter, open_archive
from briefing.archive.filter import Field, patterns
from briefing.archive.manifest import MANIFEST
from briefing.errors import ArchiveError
from briefing.export.archive import write_archive
from briefing.version import VERSION
from tests.archive.made import SET_APART, rows_of, two, write
from tests.library.conftest import CANAL, HARBOUR, canal, harbour


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(two(tmp_path / "archive")) as opened:
        yield opened


def test_about_says_what_it_is(archive: Archive, tmp_path: Path) -> None:
    about = archive.about()
    assert about.folder == tmp_path / "archive"
    assert (about.articles, about.failed, about.faults) == (2, 0, ())
    assert about.first == (HARBOUR.published or "")[:7]
    assert sum(about.versions.values()) == 2
    assert all(version.startswith(VERSION) for version in about.versions)


@pytest.mark.parametrize(
    ("flt", "found"),
    [
        (ArchiveFilter(), {HARBOUR, CANAL}),
        (ArchiveFilter(words="harbour"), {HARBOUR}),
        (ArchiveFilter(words="HARB* canal"), set()),
        (ArchiveFilter(words="' OR 1=1 --"), set()),
        (ArchiveFilter(countries=("PAN",)), {CANAL}),
        (ArchiveFilter(countries=("FRA'); DROP",)), set()),
        (ArchiveFilter(speakers=("IDA L",)), {HARBOUR, CANAL}),
        (ArchiveFilter(speakers=("person:ida-lund",)), {HARBOUR, CANAL}),
        (ArchiveFilter(outlets=("nobody's",)), set()),
        (ArchiveFilter(earliest="2999-01-01"), {CANAL} if CANAL.published is None else set()),
        (ArchiveFilter(earliest="2999-01-01", dated_only=True), set()),
        (ArchiveFilter(articles=(CANAL.article_id,)), {CANAL}),
    ],
)
def test_filter_finds(archive: Archive, flt: ArchiveFilter, found: set[object]) -> None:
    ids = {each.article_id for each in archive.find(flt, limit=10)}
    assert ids == {each.article_id for each in found}  # type: ignore[attr-defined]
    assert archive.count(flt) == len(found)
    assert {each.article_id for part in archive.by_part(flt) for each in part} == ids


def test_the_list_has_what_it_shows_and_goes_on(archive: Archive) -> None:
    first, second = archive.find(ArchiveFilter(), limit=10)
    assert archive.find(ArchiveFilter(), limit=1, offset=1) == [second]
    found = {each.article_id: each for each in (first, second)}[HARBOUR.article_id]
    assert (found.title, found.source, found.part) == (HARBOUR.title, HARBOUR.source, 0)
    assert found.speakers
    assert found.countries
    assert found.quotes == len(rows_of(harbour)["quotes"])


@pytest.mark.parametrize("field", ["countries", "speakers", "outlets"])
def test_counts_are_those_that_a_choice_would_leave(archive: Archive, field: Field) -> None:
    facets = archive.facets(ArchiveFilter(), field, most=50)
    assert facets
    for facet in facets:
        chosen = ArchiveFilter(**{field: (facet.value,)})
        assert archive.count(chosen) == facet.articles, facet
        assert archive.facets(chosen, field, most=50) == facets  # its own field does not narrow


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sanctions", [r"(^|[^\pL\pN])sanctions([^\pL\pN]|$)"]),
        ("Sanc*", [r"(^|[^\pL\pN])sanc"]),
        ("“a treaty”", [r"(^|[^\pL\pN])a[^\pL\pN]+treaty([^\pL\pN]|$)"]),
        ("Erdoğan", [r"(^|[^\pL\pN])erdogan([^\pL\pN]|$)"]),
        ("— * (", []),
    ],
)
def test_words_become_patterns_without_signs_of_their_own(words: str, found: list[str]) -> None:
    assert patterns(words) == found


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"is no archive.*name the folder that `briefing bulk"):
        open_archive(tmp_path)
    (tmp_path / MANIFEST).write_text("{}\n")
    with pytest.raises(ArchiveError, match="holds something else"):
        open_archive(tmp_path)
    (tmp_path / MANIFEST).write_text("")
    with pytest.raises(ArchiveError, match="holds no article yet"):
        open_archive(tmp_path)


def test_a_part_that_is_broken_or_missing_costs_its_articles_and_is_said(tmp_path: Path) -> None:
    folder = two(tmp_path)
    (folder / "overview" / "part-000000.parquet").write_bytes(b"nothing")
    with open_archive(folder) as archive:
        about = archive.about()
        assert about.articles == 1
        assert len(about.faults) == 1
        assert "part-000000.parquet of the archive cannot be read" in about.faults[0]
    (folder / "overview" / "part-000001.parquet").unlink()
    with pytest.raises(ArchiveError, match="cannot be read"):
        open_archive(folder)


def test_a_part_of_another_version_is_said(tmp_path: Path) -> None:
    folder = two(tmp_path)
    path = folder / "overview" / "part-000001.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["month"]), path)
    with open_archive(folder) as archive:
        assert archive.count(ArchiveFilter()) == 1
        (fault,) = archive.about().faults
    assert "was written by another version of the program" in fault


def test_the_same_command_gives_an_older_archive_its_overview(tmp_path: Path) -> None:
    folder = write(tmp_path, [(SET_APART, rows_of(harbour)), (CANAL, rows_of(canal))])
    overview = folder / "overview" / "part-000000.parquet"
    before = pq.read_table(overview).drop_columns(["evidence"])
    overview.unlink()
    (line,) = (folder / MANIFEST).read_text().splitlines()
    older = json.loads(line)
    older["files"].remove("overview/part-000000.parquet")
    (folder / MANIFEST).write_text(json.dumps(older) + "\n")
    with pytest.raises(ArchiveError, match="give its `briefing bulk` command once more"):
        open_archive(folder)
    write_archive(folder, [SET_APART, CANAL])
    assert (folder / MANIFEST).read_text().splitlines() == [line]
    assert pq.read_table(overview).drop_columns(["evidence"]) == before
