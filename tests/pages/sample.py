"""A small library made by hand, so that tests of pages need no language model.

Two articles: one of plain news, one that holds everything a page must not run or format.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.article import Article
from briefing.library import open_library
from briefing.tables import EXTRACTED, Tables, fact_id
from briefing.version import VERSION

NEWS = Article(
    text=(
        "Norway warns Chile over fish\n\n"
        "Norwegian Prime Minister Berit Lund warned Chile on Monday. She said “the catch is too "
        "large” and that talks would follow in Oslo on 3 May 2023.\n\n"
        "Chile denied Lund’s claim that its ships had entered Norwegian waters. The two countries "
        "signed a treaty in 1998."
    ),
    title="Norway warns Chile over fish",
    title_end=28,
    source="Harbour News",
    published="2023-04-20",
    published_basis="stated",
    removed=("Subscribe to our newsletter", "Scroll up"),
)
HOSTILE = Article(
    text=(
        "<b>Peru</b> & :material/home: **talks**\n\n"
        "<script>alert(1)</script> Peru said “<img src=x onerror=alert(2)> [here](http://x.test) "
        "costs $5 and $6$” to :red[Japan]."
    ),
    title="<b>Peru</b> & :material/home: **talks**",
    title_end=39,
    source="*Star* [link](http://x.test)",
)


def make_library(path: Path) -> None:
    """Write both articles into a new library at `path`."""
    with open_library(path) as library:
        for article, rows in ((NEWS, _news()), (HOSTILE, _hostile())):
            library.add(article, Tables.from_rows(rows), evidence=())


def news_facts() -> dict[str, str]:
    """Return ids of the news article: quote, denial, relation, denied, event, treaty, speaker."""
    rows = _news()
    return {
        "quote": rows["quotes"][0]["quote_id"],
        "relation": rows["relations"][0]["relation_id"],
        "denied": rows["relations"][1]["relation_id"],
        "event": rows["events"][0]["event_id"],
        "speaker": next(m["mention_id"] for m in rows["mentions"] if m["text"] == "She"),
    }


class _Rows:
    """Rows of one article, with spans found by their words."""

    def __init__(self, article: Article, **columns: Any) -> None:
        self.article = article
        self.id = article.article_id
        self.rows: dict[str, list[dict[str, Any]]] = {
            "articles": [
                {
                    "article_id": self.id,
                    "title": article.title,
                    "text": article.text,
                    "source": article.source,
                    "published": article.published,
                    "published_basis": article.published_basis,
                    "language": "en",
                    "words": len(article.text.split()),
                    "reader_version": f"{VERSION} test",
                    **columns,
                }
            ],
            **{name: [] for name in EXTRACTED if name != "articles"},
        }

    def span(self, words: str, nth: int = 0) -> tuple[int, int]:
        start = -1
        for _ in range(nth + 1):
            start = self.article.text.index(words, start + 1)
        return start, start + len(words)

    def sentence(self, words: str, paragraph: int) -> None:
        start, end = self.span(words)
        number = len(self.rows["sentences"])
        self.rows["sentences"].append(
            {
                "article_id": self.id,
                "sentence": number,
                "paragraph": paragraph,
                "start": start,
                "end": end,
            }
        )

    def at(self, start: int) -> int:
        return max(row["sentence"] for row in self.rows["sentences"] if row["start"] <= start)

    def fact(self, table: str, key: str, letter: str, span: tuple[int, int], **more: Any) -> str:
        start, end = span
        made = fact_id(self.id, letter, start, end)
        self.rows[table].append(
            {
                "article_id": self.id,
                key: made,
                "start": start,
                "end": end,
                "text": self.article.text[start:end],
                "sentence": self.at(start),
                **more,
            }
        )
        if table == "relations":
            del self.rows[table][-1]["text"]
        return made

    def mention(self, words: str, entity: str, form: str, nth: int = 0, **more: Any) -> None:
        self.fact(
            "mentions",
            "mention_id",
            "m",
            self.span(words, nth),
            entity_id=entity,
            form=form,
            **more,
        )

    def part(self, fact: str, part: str, *, entity: str | None = None, country: str | None) -> None:
        self.rows["involvements"].append(
            {
                "article_id": self.id,
                "fact_id": fact,
                "entity_id": entity,
                "country": country,
                "part": part,
            }
        )

    def quote(self, words: str, by: tuple[str, str], verbatim: bool, **more: Any) -> str:
        span = self.span(words)
        made = self.fact("quotes", "quote_id", "q", span, speaker_id=by[0], part=1, **more)
        self.rows["fragments"].append(
            {
                "article_id": self.id,
                "quote_id": made,
                "start": span[0],
                "end": span[1],
                "verbatim": verbatim,
            }
        )
        self.part(made, "speaker", entity=by[0], country=by[1])
        return made

    def relation(self, words: str, trigger: str, source: str, target: str, **more: Any) -> str:
        start, end = self.span(trigger)
        made = self.fact(
            "relations",
            "relation_id",
            "r",
            self.span(words),
            source=source,
            target=target,
            trigger=trigger,
            trigger_start=start,
            trigger_end=end,
            **more,
        )
        self.part(made, "source", country=source)
        self.part(made, "target", country=target)
        return made


def _entity(entity_id: str, kind: str, name: str, country: str | None) -> dict[str, Any]:
    return {"entity_id": entity_id, "kind": kind, "name": name, "country": country}


def _news() -> dict[str, list[dict[str, Any]]]:
    rows = _Rows(NEWS)
    rows.sentence("Norway warns Chile over fish", 0)
    rows.sentence("Norwegian Prime Minister Berit Lund warned Chile on Monday.", 1)
    rows.sentence(
        "She said “the catch is too large” and that talks would follow in Oslo on 3 May 2023.", 1
    )
    rows.sentence("Chile denied Lund’s claim that its ships had entered Norwegian waters.", 2)
    rows.sentence("The two countries signed a treaty in 1998.", 2)
    rows.rows["entities"] = [
        _entity("country:NOR", "country", "Norway", "NOR"),
        _entity("country:CHL", "country", "Chile", "CHL"),
        _entity("person:berit-lund", "person", "Berit Lund", "NOR"),
    ]
    rows.mention("Norway", "country:NOR", "name")
    rows.mention("Chile", "country:CHL", "name")
    rows.mention("Norwegian", "country:NOR", "demonym")
    rows.mention("Berit Lund", "person:berit-lund", "name", role="Norwegian Prime Minister")
    rows.mention("She", "person:berit-lund", "pronoun")
    rows.mention("Chile", "country:CHL", "name", 1)
    rows.mention("Chile", "country:CHL", "name", 2)
    start, end = rows.span("Berit Lund")
    she = next(row["mention_id"] for row in rows.rows["mentions"] if row["text"] == "She")
    rows.rows["antecedents"].append(
        {
            "article_id": rows.id,
            "mention_id": she,
            "start": start,
            "end": end,
            "reason": "The subject of the sentence before.",
        }
    )
    lund, chile = ("person:berit-lund", "NOR"), ("country:CHL", "CHL")
    quote = rows.quote(
        "the catch is too large",
        lund,
        True,
        kind="mixed",
        act="says",
        speaker="She",
        speaker_start=rows.span("She")[0],
        speaker_end=rows.span("She")[1],
        speaker_form="pronoun",
        cue="said",
    )
    rows.part(quote, "mentioned", country="CHL")
    rows.quote(
        "that its ships had entered Norwegian waters",
        chile,
        False,
        kind="indirect",
        act="denies",
        speaker="Chile",
        cue="denied",
    )
    rows.relation(
        "Norwegian Prime Minister Berit Lund warned Chile",
        "warned",
        "NOR",
        "CHL",
        event_type="THREATEN",
        quad="verbal-conflict",
        tone=-4.0,
        standing="asserted",
        certainty="high",
        certainty_reason="Both are named in the clause.",
        basis="grammar",
    )
    rows.relation(
        "its ships had entered Norwegian waters",
        "entered",
        "CHL",
        "NOR",
        event_type="ASSAULT",
        quad="material-conflict",
        tone=-7.0,
        standing="disputed",
        attributed_to="person:berit-lund",
        denied_by="country:CHL",
        certainty="moderate",
        certainty_reason="The actor was found through a pronoun: “its ships”.",
        basis="grammar",
    )
    event = rows.fact(
        "events",
        "event_id",
        "e",
        rows.span("talks would follow in Oslo on 3 May 2023"),
        title="Talks in Oslo",
        kind="meeting",
        date_text="3 May 2023",
        date="2023-05-03",
        earliest="2023-05-03",
        latest="2023-05-03",
        precision="day",
        basis="stated",
        tense="upcoming",
        standing="asserted",
        status="firm",
        certainty="high",
        certainty_reason="The sentence gives the date.",
        place_country="NOR",
    )
    rows.part(event, "participant", country="NOR")
    treaty = rows.fact(
        "events",
        "event_id",
        "e",
        rows.span("signed a treaty in 1998"),
        title="Treaty signed",
        kind="agreement",
        date_text="1998",
        date="1998",
        earliest="1998-01-01",
        latest="1998-12-31",
        precision="year",
        basis="computed",
        working="1998 as it stands in the sentence.",
        tense="past",
        standing="asserted",
        status="firm",
        certainty="high",
        certainty_reason="The sentence gives the date.",
    )
    rows.part(treaty, "participant", country="CHL")
    for words, value in (("3 May 2023", "2023-05-03"), ("1998", "1998")):
        rows.fact(
            "times", "time_id", "t", rows.span(words), type="DATE", value=value, date=value,
            precision="day" if "-" in value else "year",
        )  # fmt: skip
    return rows.rows


def _hostile() -> dict[str, list[dict[str, Any]]]:
    rows = _Rows(
        HOSTILE,
        published_basis="inferred",
        published_earliest="2021-01-01",
        published_latest="2021-06-30",
    )
    rows.sentence(HOSTILE.title, 0)
    rows.sentence(HOSTILE.text[HOSTILE.text.index("<script>") :], 1)
    rows.rows["entities"] = [
        _entity("country:PER", "country", "Peru", "PER"),
        _entity("country:JPN", "country", "Japan", "JPN"),
    ]
    rows.mention("Peru", "country:PER", "name")
    rows.mention("Peru", "country:PER", "name", 1)
    rows.mention("Japan", "country:JPN", "name")
    quote = rows.quote(
        "<img src=x onerror=alert(2)> [here](http://x.test) costs $5 and $6$",
        ("country:PER", "PER"),
        True,
        kind="direct",
        act="says",
        speaker="Peru",
        cue="said",
    )
    rows.part(quote, "mentioned", country="JPN")
    return rows.rows
