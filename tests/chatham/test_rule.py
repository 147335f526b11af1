"""The rule is a decision: it holds for what comes later, and lifting it puts everything back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.brief.storage import open_briefing
from briefing.cli import main
from briefing.errors import LibraryError
from briefing.library import Filter, Library, queries, revisions
from briefing.library.audit import entries
from briefing.library.chatham.deciding import (
    lift_rule,
    preview,
    put_under_rule,
    standing_rules,
)
from briefing.library.ingest import give_date, put_back, read_again, read_and_add
from briefing.library.purge.deleting import purge
from briefing.library.purge.doomed import doomed_article, doomed_person
from briefing.library.reviews.exchange import (
    export_reviews,
    import_reviews,
    not_under_rule,
    read_pack,
)
from briefing.library.reviews.keeping import correct, decide
from briefing.library.rows import rows_by_article
from briefing.library.searches import delete_search, saved_searches
from briefing.settings import settings
from briefing.tables import EXTRACTED
from tests.chatham.conftest import GONE, ROUND_TABLE, SPEAKER, Made, article, named_in

AS_PEOPLE_MADE_IT = (
    "articles",
    "mentions",
    "quotes",
    "events",
    "relations",
    "involvements",
    "entities",
    "reviewed",
    "machine",
    "tags",
    "word_markings",
    "source_grades",
    "briefings",
    "decks",
    "searches",
)


def _rows(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: sorted(map(str, connection.execute(f"SELECT * FROM {name}")))
            for name in AS_PEOPLE_MADE_IT
        }


def _every_row_but_what_is_sealed(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_config'"
            )
        ]
        apart = {"sealed_articles", "chatham_rules", "files", "audit", "decks", "briefings"}
        apart |= {"searches", "unread", "tags", "source_grades"}
        return "\n".join(
            str(row)
            for name in names
            if name not in apart and not name.startswith("sentence_words")
            for row in connection.execute(f"SELECT * FROM {name}")
        )


def test_the_tables_themselves_do_not_have_the_name(library: Library) -> None:
    assert named_in(_every_row_but_what_is_sealed(library.path)) == set()
    for word in ("Quarkstead", "zelphine", "quark*"):
        assert queries.search(library, word, Filter()).empty
        assert queries.find(library, word, Filter()).names.empty


def test_lifting_puts_everything_back(named: Made, open_library_: Library) -> None:
    library = open_library_
    before = _rows(library.path)
    rule = put_under_rule(library, SPEAKER, "Ben")
    assert _rows(library.path) != before
    (standing,) = standing_rules(library)
    assert (standing.everywhere, standing.articles, standing.reviewer) == (True, 3, "Ben")
    lift_rule(library, rule, "Ana")
    after = _rows(library.path)
    assert not {name for name in before if before[name] != after[name]}
    with pytest.raises(LibraryError, match="lifted already"):
        lift_rule(library, rule, "Ana")
    put_back(library, named.gone)
    assert library.article(named.gone).article.text == GONE
    told = [entry for entry in entries(library) if "Chatham" in entry.detail]
    assert len(told) >= 2


def test_what_is_decided_meanwhile_stays_at_its_words(named: Made, open_library_: Library) -> None:
    library = open_library_
    rule = put_under_rule(library, SPEAKER, "Ben")
    quotes = queries.quotes(library, Filter()).set_index("text")
    fact = str(quotes.loc["We will not accept this,", "quote_id"])
    held = queries.quotes(library, Filter()).set_index("quote_id")["review"].dropna()
    assert fact in held.index, "what was decided before holds at the new place"
    other = next(key for key in quotes["quote_id"] if key not in set(held.index))
    words = queries.quotes(library, Filter()).set_index("quote_id").loc[other, "text"]
    decide(library, other, "confirmed", "Ben", note="Quarkstead said it")
    correct(library, other, {"speaker_id": "Zelphine Quarkstead"}, "Ben")
    assert named_in(_every_row_but_what_is_sealed(library.path)) == set()
    lift_rule(library, rule, "Ben")
    checked = queries.quotes(library, Filter())
    checked = checked[checked["review"].notna()]
    assert any(str(words).split()[-2:] == str(text).split()[-2:] for text in checked["text"])


def test_an_article_that_comes_later_is_without_the_name(library: Library, named: Made) -> None:
    later = article("Quarkstead resigns\n\nSEOUL, 20 March 2031 - Zelphine Quarkstead resigned.")
    empty = rows_by_article_of(later)
    with pytest.raises(LibraryError, match="under the Chatham House Rule"):
        library.add(later, empty)
    (result,) = read_and_add(library, [later])
    assert result.new
    assert named_in(str(result)) == set()
    assert library.article(later.article_id).article.title == "A participant resigns"
    (again,) = read_and_add(library, [later])
    assert not again.new
    put_back(library, named.gone)
    assert named_in(library.article(named.gone).article.text) == set()
    assert named_in(_every_row_but_what_is_sealed(library.path)) == set()


def rows_by_article_of(one):  # type: ignore[no-untyped-def]
    from briefing.tables import Tables
    from tests.library.article_row import article_row

    rows = {name: [] for name in EXTRACTED}
    rows["articles"].append(article_row(one))
    return rows_by_article(Tables.from_rows(rows))[one.article_id]


def test_a_version_of_an_article_falls_under_its_rule(named: Made, open_library_: Library) -> None:
    library = open_library_
    found = preview(library, SPEAKER, [named.round_table])
    assert found.articles == 1
    assert found.elsewhere == 2
    put_under_rule(library, SPEAKER, "Ben", article_ids=[named.round_table])
    assert named_in(library.article(named.round_table).article.text) == set()
    assert named_in(library.article(named.talks).article.text), "the rule is not for this one"
    newer = article(ROUND_TABLE + " It rained.")
    read_and_add(library, [newer])
    assert named_in(library.article(newer.article_id).article.text) == set()


def test_reading_again_and_a_given_date_keep_the_rule(library: Library, named: Made) -> None:
    give_date(library, named.talks, "2026-03-15")
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE articles SET reader_version = '0.1.0 old'")
    assert not [one.error for one in read_again(library) if one.error]
    assert named_in(_every_row_but_what_is_sealed(library.path)) == set()
    (rule,) = standing_rules(library)
    lift_rule(library, rule.rule_id, "Ben")
    stored = library.article(named.talks)
    assert named_in(stored.article.text)
    assert (stored.row["published"], stored.row["published_basis"]) == ("2026-03-15", "given")


def test_packs_name_nobody_and_come_back(library: Library, tmp_path: Path) -> None:
    pack = tmp_path / "pack.jsonl"
    export_reviews(library, pack)
    assert named_in(pack.read_text(encoding="utf-8")) == set()
    rows = [json.loads(line) for line in pack.read_text(encoding="utf-8").splitlines()]
    assert [row["value"] for row in rows if row["field"] == "chatham_house"]
    taken, faults = import_reviews(library, pack)
    assert (taken, faults) == (0, [])
    assert not_under_rule(library, read_pack(pack)) == 0, "the rule holds here"


def test_a_pack_with_the_rule_is_told_of_where_the_rule_does_not_hold(
    library: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pack = tmp_path / "pack.jsonl"
    export_reviews(library, pack)
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path / "other"))
    settings.cache_clear()
    assert main(["reviews", "import", str(pack)]) == 0
    said = capsys.readouterr().out
    assert "it holds for a speaker of 2 articles, and the file does not say who that is" in said
    assert "put each of them under the rule on the Review page" in said
    (rule,) = standing_rules(library)
    lift_rule(library, rule.rule_id, "Ben")
    export_reviews(library, pack)
    assert main(["reviews", "import", str(pack)]) == 0
    assert "Chatham" not in capsys.readouterr().out, "it was lifted"
    settings.cache_clear()


def test_what_staff_saved_can_still_be_used(library: Library, named: Made) -> None:
    (search,) = saved_searches(library)
    assert named_in(str(search)) == set()
    delete_search(library, search.name)
    assert saved_searches(library) == []
    assert open_briefing(library, named.briefing).kept.title == "Meeting with a participant"
    (shared,) = (tag for tag in queries.tags(library) if "articipant" in tag)
    library.change_tags([named.other], drop=[shared])
    assert list(queries.tags(library)) == ["Trade"]


def test_what_is_deleted_for_good_leaves_nothing_sealed(library: Library, named: Made) -> None:
    purge(library, doomed_article(library, named.round_table))
    purge(library, doomed_person(library, "Zelphine Quarkstead"))
    with closing(sqlite3.connect(library.path)) as connection:
        left = connection.execute("SELECT count(*) FROM sealed_articles").fetchone()
        rules = connection.execute("SELECT count(*) FROM chatham_rules").fetchone()
    assert (left, rules) == ((0,), (0,))


def test_a_library_with_a_rule_does_not_go_back(library: Library) -> None:
    library.close()
    with pytest.raises(LibraryError, match="lift the rule first"):
        revisions.downgrade(library.path, "0.6.0")
