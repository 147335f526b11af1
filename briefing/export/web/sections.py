"""The sections of the HTML file: plain headings, lists, tables and quotations with their notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from briefing.brief import Brief, Occurrence, Quotation, Reference
from briefing.drawing.xml_text import xml_text
from briefing.export import phrases
from briefing.export.options import Options
from briefing.export.web.markup import Child, Markup, el, join, web_address
from briefing.wording import columns, headings
from briefing.wording.dates import WHY_YEARLESS, YEARLESS
from briefing.wording.names import COUNTRY_OR_BODY
from briefing.wording.notices import MARKS, MOST_IMPORTANT, NOT_OF_ARTICLES, PICKED, not_cited
from briefing.wording.signs import QUADS
from briefing.wording.verbatim import markup as in_marks


@dataclass(slots=True)
class Notes:
    """Which items cite which source, so that the sources lead back to them.

    Attributes:
        cited: By the source's number: the section's heading and the item's id, in order.
        anchors: The id of the item in the page, by the id of its fact.
    """

    cited: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)

    def note(self, at: Reference, heading: str, item: str, *, listed: bool = False) -> Markup:
        """Write an item's note, which leads to its source.

        Args:
            at: Where the item's words stand.
            heading: The section's heading.
            item: The item's id.
            listed: Whether it is the one that drawings lead to.
        """
        self.cited.setdefault(at.number, []).append((heading, item))
        if listed:
            self.anchors.setdefault(at.fact_id, item)
        return el(
            "a",
            f"[{at.number}]",
            class_="note",
            href=f"#source-{at.number}",
            aria_label=f"Source {at.number}",
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; one without a body is left out."""

    name: str
    heading: str
    body: Markup

    @property
    def html(self) -> Markup:
        """The section with its heading."""
        head = el("h2", self.heading, id=f"{self.name}-heading")
        return el("section", head, self.body, id=self.name, aria_labelledby=f"{self.name}-heading")


def head(brief: Brief, facts: Sequence[tuple[str, str]]) -> Markup:
    """Write the title, what is covered, and what the file says of itself."""
    pairs = (join(el("dt", word), el("dd", value)) for word, value in facts)
    return join(
        el("h1", brief.title, class_="words" if brief.articles == 1 else None),
        el("p", brief.scope, class_="scope"),
        el("dl", *pairs, class_="facts"),
    )


def staff_words(options: Options) -> list[Section]:
    """Write what staff add to a meeting brief, shown as theirs."""
    if options.form != "meeting":
        return []
    told = _aside(NOT_OF_ARTICLES)
    objective = el("p", options.objective) if options.objective.strip() else None
    parts = (
        ("objective", headings.OBJECTIVE, objective),
        ("points", headings.POINTS, _bullets(options.points)),
        ("if-raised", headings.IF_RAISED, _bullets(options.if_raised)),
    )
    return [Section(key, word, join(told, body)) for key, word, body in parts if body]


def about_it(brief: Brief) -> list[Section]:
    """Write what the author of a briefing says of it, shown as theirs."""
    if brief.own is None or not brief.own.about:
        return []
    pairs = (join(el("dt", word), el("dd", value)) for word, value in brief.own.about)
    body = el("dl", *pairs, class_="facts")
    return [Section("about", "About this briefing", _by_staff(body))]


def own_notes(brief: Brief) -> list[Section]:
    """Write the notes of the author of a briefing."""
    if brief.own is None or not brief.own.notes:
        return []
    body = join(*(el("p", words) for words in brief.own.notes))
    return [Section("notes", headings.NOTES, _by_staff(body))]


def _by_staff(body: Markup) -> Markup:
    """Set words of staff beside a bar."""
    return el("div", _aside(NOT_OF_ARTICLES), body, class_="staff")


def bottom_line(brief: Brief, notes: Notes) -> Section:
    """Write the author's bottom line, or else the article's own sentences that say most."""
    heading = headings.BOTTOM_LINE
    if brief.own is not None and brief.own.bottom_line:
        body = join(*(el("p", words) for words in brief.own.bottom_line))
        return Section("bottom-line", heading, _by_staff(body))
    items = [
        el(
            "li",
            el("blockquote", item.words, class_="words"),
            " ",
            notes.note(item.at, heading, f"b{number}"),
            _aside(item.told) if item.told else None,
            id=f"b{number}",
        )
        for number, item in enumerate(brief.bottom_line, start=1)
    ]
    told = _aside(PICKED)
    return Section("bottom-line", heading, _listed(told, items))


def key_quotations(brief: Brief, notes: Notes) -> Section:
    """Write the weightiest quotations, large."""
    heading = headings.KEY_QUOTATIONS
    items = [
        _quotation(item, f"k{number}", heading, notes)
        for number, item in enumerate(brief.key_quotations, start=1)
    ]
    return Section("key-quotations", heading, _listed(_aside(MARKS), items, class_="large"))


def coming_up(brief: Brief, notes: Notes) -> Section:
    """Write what is ahead, the nearest first, and from which day that looks."""
    heading = headings.COMING_UP
    rows = [
        _event(item, f"n{number}", heading, notes)
        for number, item in enumerate(brief.coming_up.items, start=1)
    ]
    left = phrases.left_out(brief.coming_up, "the nearest", "upcoming date")
    table = _table(_EVENT_COLUMNS, rows, left)
    looks = [_aside(words) for words in phrases.outlook_lines(brief)]
    return Section("coming-up", heading, join(*looks, table) if rows else Markup())


def claims(brief: Brief, notes: Notes) -> Section:
    """Write what is claimed and denied."""
    heading = headings.DISPUTED_CLAIMS
    rows = [
        el(
            "tr",
            _cell(columns.CLAIM, el("q", item.words, class_="words bare")),
            _cell(columns.CLAIMED_BY, phrases.who_claims(item)),
            _cell(columns.DENIED_BY, phrases.who_denies(item)),
            _cell("Source", notes.note(item.at, heading, f"c{number}")),
            id=f"c{number}",
        )
        for number, item in enumerate(brief.claims.items, start=1)
    ]
    left = phrases.left_out(brief.claims, "the first", "claim")
    return Section(
        "claims",
        heading,
        _table((columns.CLAIM, columns.CLAIMED_BY, columns.DENIED_BY, "Source"), rows, left),
    )


def relations(brief: Brief, notes: Notes) -> Section:
    """Write the relations between countries, those of several pairs in one phrase as one row."""
    heading = headings.RELATIONS
    rows = []
    for number, group in enumerate(phrases.group_by_phrase(brief.relations.items), start=1):
        first, item = group.first, f"r{number}"
        note = notes.note(first.at, heading, item, listed=True)
        for relation in group.relations:
            notes.anchors.setdefault(relation.at.fact_id, item)
        before, trigger, after = phrases.split_at_trigger(first)
        rows.append(
            el(
                "tr",
                _cell(columns.COUNTRIES, *_lines(group.parties)),
                _cell(
                    columns.RELATION,
                    el("span", class_=f"swatch {first.quad}", aria_hidden="true"),
                    QUADS[first.quad].word,
                ),
                _cell(columns.HOW_CERTAIN, phrases.standing(first)),
                _cell(
                    columns.SENTENCE,
                    el(
                        "span",
                        before,
                        el("mark", trigger) if trigger else None,
                        after,
                        class_="words",
                    ),
                ),
                _cell("Source", note),
                id=item,
                data_who="|".join(
                    dict.fromkeys(
                        name for each in group.relations for name in (each.source, each.target)
                    )
                ),
            )
        )
    left = phrases.left_out(brief.relations, MOST_IMPORTANT, "relation")
    table = _table(_RELATION_COLUMNS, rows, left, who=COUNTRY_OR_BODY.capitalize())
    return Section("relations", heading, table)


def timeline(brief: Brief, notes: Notes) -> Section:
    """Write all events in date order, the undated last."""
    heading = headings.TIMELINE
    rows = [
        _event(item, f"e{number}", heading, notes, listed=True)
        for number, item in enumerate(brief.timeline.items, start=1)
    ]
    left = phrases.left_out(brief.timeline, "the nearest", "event")
    return Section("timeline", heading, _table(_EVENT_COLUMNS, rows, left))


def yearless(brief: Brief, notes: Notes) -> Section:
    """Write the days and months whose year is not stated."""
    rows = [
        el(
            "tr",
            _cell(columns.WHEN, item.when),
            _cell(columns.IN_ARTICLE, el("span", item.at.sentence, class_="words")),
            _cell("Source", notes.note(item.at, YEARLESS, f"y{number}", listed=True)),
            id=f"y{number}",
        )
        for number, item in enumerate(brief.yearless.items, start=1)
    ]
    left = phrases.left_out(brief.yearless, "the first", "date")
    table = _table((columns.WHEN, columns.IN_ARTICLE, "Source"), rows, left)
    body = join(_aside(WHY_YEARLESS), table) if rows else table
    return Section("yearless", YEARLESS, body)


def quotations(brief: Brief, notes: Notes) -> Section:
    """Write the quotations in reading order."""
    heading = headings.QUOTATIONS
    items = [
        _quotation(item, f"q{number}", heading, notes)
        for number, item in enumerate(brief.quotations.items, start=1)
    ]
    left = phrases.left_out(brief.quotations, MOST_IMPORTANT, "quotation")
    told = join(_aside(left) if left else None, _aside(MARKS))
    return Section("quotations", heading, _listed(told, items, who=columns.SPEAKER))


def voices(brief: Brief) -> Section:
    """Write who speaks most."""
    heads = (columns.SPEAKER, "Country", headings.QUOTATIONS, columns.VERBATIM_WORDS)
    rows = [
        el(
            "tr",
            _cell(columns.SPEAKER, voice.name),
            _cell("Country", voice.country or "–"),
            _cell(headings.QUOTATIONS, f"{voice.quotations:,}"),
            _cell(columns.VERBATIM_WORDS, f"{voice.verbatim_words:,}"),
        )
        for voice in brief.voices
    ]
    return Section("voices", headings.BY_SPEAKER, _table(heads, rows, ""))


def sources(brief: Brief, notes: Notes) -> Section:
    """Write the numbered sources, each with the ways back to what cites it."""
    items = []
    for cited in brief.sources:
        address = web_address(cited.url)
        shown = el("a", address, href=address, rel="noopener noreferrer") if address else cited.url
        ways = _ways_back(notes.cited.get(cited.number, ()))
        items.append(
            el(
                "li",
                el("span", cited.source.name, class_="words")
                if cited.source.title
                else cited.source.name,
                el("span", f" · {cited.source.listed}"),
                join(" · ", shown) if shown else None,
                el("span", " Cited in: ", *ways, class_="back") if ways else None,
                id=f"source-{cited.number}",
                value=cited.number,
            )
        )
    more = brief.articles - len(brief.sources)
    told = _aside(not_cited(more)) if more else None
    return Section("sources", headings.SOURCES, _listed(told, items))


_EVENT_COLUMNS = (columns.WHEN, columns.WHAT, "Where", columns.HOW_DATED, "Source")

_RELATION_COLUMNS = (
    columns.COUNTRIES,
    columns.RELATION,
    columns.HOW_CERTAIN,
    columns.SENTENCE,
    "Source",
)


def _ways_back(cited: Iterable[tuple[str, str]]) -> list[Child]:
    """Write a link to the first item of each section that cites a source, with how many do."""
    sections: dict[str, list[str]] = {}
    for heading, item in cited:
        sections.setdefault(heading, []).append(item)
    found: list[Child] = []
    for heading, items in sections.items():
        found += [", "] if found else []
        label = f"{heading} ({len(items)})" if len(items) > 1 else heading
        found.append(el("a", label, href=f"#{items[0]}"))
    return found


def _event(
    item: Occurrence, key: str, heading: str, notes: Notes, *, listed: bool = False
) -> Markup:
    word = phrases.time_word(item) if listed else ""
    tense = el("span", f" {word}", class_="tag") if word else None
    stands = el("span", item.stands, class_="stands") if item.stands else None
    near = el("span", phrases.begun(item.near), class_="stands") if item.near else None
    looks = el("span", phrases.begun(item.ahead_on), class_="stands") if item.ahead_on else None
    return el(
        "tr",
        _cell(columns.WHEN, el("strong", item.when), near),
        _cell(columns.WHAT, el("span", item.title, class_="words"), tense, stands, looks),
        _cell("Where", item.place or "–"),
        _cell(columns.HOW_DATED, phrases.how_dated(item)),
        _cell("Source", notes.note(item.at, heading, key, listed=listed)),
        id=key,
        class_="past" if item.past else None,
    )


def _quotation(item: Quotation, key: str, heading: str, notes: Notes) -> Markup:
    verbatim = any(piece.verbatim for piece in item.pieces)
    words = Markup(xml_text(in_marks(item.pieces)))
    return el(
        "li",
        el("blockquote" if verbatim else "p", words, class_="words"),
        el(
            "p",
            el("strong", item.speaker),
            f", {item.role}" if item.role else None,
            f" · {item.country}" if item.country else None,
            f" · {phrases.how_said(item)} ",
            notes.note(item.at, heading, key, listed=True),
            class_="who",
        ),
        id=key,
        data_who=item.speaker,
    )


def _lines(parties: Sequence[str]) -> list[Child]:
    found: list[Child] = []
    for number, words in enumerate(parties):
        found += [el("br")] if number else []
        found.append(words)
    return found


def _cell(label: str, *children: Child) -> Markup:
    return el("td", *children, data_label=label)


_OPEN = 8
"""So many items of a list stand open; the others are folded, so that the page stays short."""


def _table(heads: Sequence[str], rows: Sequence[Markup], left: str, who: str = "") -> Markup:
    if not rows:
        return Markup()
    head = el("tr", *(el("th", column, scope="col") for column in heads))

    def set_(part: Sequence[Markup]) -> Markup:
        return el("table", el("thead", head), el("tbody", *part))

    return join(_aside(left) if left else None, _folded(set_, rows, who))


def _listed(told: Child, items: Sequence[Markup], *, who: str = "", class_: str = "") -> Markup:
    if not items:
        return Markup()

    def set_(part: Sequence[Markup]) -> Markup:
        return el("ol", *part, class_=class_ or None)

    return join(told, _folded(set_, items, who))


def _folded(
    set_: Callable[[Sequence[Markup]], Markup], items: Sequence[Markup], who: str = ""
) -> Markup:
    """Set the first items open and the others folded; a link to one of those opens them.

    Args:
        set_: Puts items into a list or a table.
        items: The items.
        who: What they can be filtered by, "" for nothing.
    """
    first, more = items[:_OPEN], items[_OPEN:]
    rest = el("details", el("summary", f"Show {len(more):,} more"), set_(more)) if more else None
    return el("div", set_(first), rest, data_filter=who or None, class_="list")


def _bullets(texts: Iterable[str]) -> Markup | None:
    items = [el("li", text) for text in texts if text.strip()]
    return el("ul", *items) if items else None


def _aside(words: str) -> Markup:
    return el("p", words, class_="aside")
