"""The role beside a person's name: before it, or set off by commas."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from briefing.extraction.grammar_words import ARTICLES, POSSESSIVES, RELATIVES, TEMPORAL, VERBAL
from briefing.reference.gazetteer import Match
from briefing.reference.roles import STATE_OFFICES, role_words, titles

MISTER = ("mr", "mrs", "ms", "mx")
"""Words before anybody's surname, without a full stop."""
_PERSONAL = frozenset(
    (
        *("baroness", "captain", "colonel", "congressman", "congresswoman", "councillor", "dame"),
        *("dr", "gov", "judge", "justice", "lady", "lieutenant", "lord", "madame", "major", "miss"),
        *("mr", "mrs", "ms", "professor", "rep", "representative", "rev", "sen", "senator"),
        *("sergeant", "sheriff", "sir"),
    )
)
"""Titles after which a name is somebody's, whatever else is called so."""
_OPENING = ARTICLES | POSSESSIVES
"""Words before a role: "the president", "our envoy"."""
_BEFORE_TITLE = _OPENING | {"'s", "'", "-", "of"}
"""Words and signs that may stand in a role before its title."""
_CLAUSES = RELATIVES | TEMPORAL
"""Words that end a role: a clause begins."""
_NO_ROLE = VERBAL | {"PRON", "SCONJ"}
"""Parts of speech that no role before a name has."""
_LONGEST = 12
"""A role of more tokens than this is a clause, not a role (set by hand)."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role as written.

    Attributes:
        text: "South African President".
        start: Index of its first token.
        end: Index after its last token.
        country: Alpha-3 code of the country named in it, if any.
        honorific: True for Mr, Ms, Dr, which are no roles.
    """

    text: str
    start: int
    end: int
    country: str | None
    honorific: bool = False


@cache
def _title_tokens() -> tuple[dict[str, frozenset[tuple[str, ...]]], int]:
    index: dict[str, set[tuple[str, ...]]] = {}
    longest = 1
    for title in titles():
        words = tuple(title.lower().split(" "))
        index.setdefault(words[-1], set()).add(words)
        longest = max(longest, len(words))
    return {last: frozenset(words) for last, words in index.items()}, longest


@cache
def _kinds() -> dict[str, str]:
    return {title.lower(): kind for title, kind in titles().items()}


def title_kind(word: str) -> str | None:
    """Return the kind of a one-word title in any case, None for other words."""
    return _kinds().get(word.lower())


def last_of_titles() -> Collection[str]:
    """Return the last words of all titles, in lower case."""
    return _title_tokens()[0].keys()


def title_before(doc: Doc, position: int) -> int | None:
    """Return the index of the first token of the title that ends right before `position`.

    "Prime Minister |Jane Doe": the index of "Prime".
    """
    index, _ = _title_tokens()
    last = position - 1
    if last < 0:
        return None
    best: int | None = None
    for words in index.get(doc[last].lower_, ()):
        start = position - len(words)
        if start >= 0 and all(
            doc[start + offset].lower_ == word for offset, word in enumerate(words)
        ):
            best = start if best is None else min(best, start)
    return best


def is_surname(span: Span) -> bool:
    """Tell whether a name is one word right after a person's title: "Senator |Jordan|"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or len(span) != 1 or not before.text[:1].isupper():
        return False
    if before.text.isupper() and len(before) > 1:
        return False
    return before.lower_.rstrip(".") in _PERSONAL


def role_before(doc: Doc, position: int, country_tokens: Sequence[str | None]) -> Role | None:
    """Read the role that ends right before a name.

    "South African Deputy President |Jane Doe", "former UN secretary-general |John Doe".
    """
    start = _title_start(doc, position)
    if start is None:
        return None
    kind = title_kind(doc[position - 1].text)
    if start == position - 1 and kind == "honorific":
        return Role(doc[start:position].text, start, position, None, honorific=True)
    start = _grow_left(doc, start, country_tokens)
    country = next(
        (code for code in reversed(country_tokens[start:position]) if code is not None), None
    )
    return Role(doc[start:position].text, start, position, country)


def _title_start(doc: Doc, position: int) -> int | None:
    start = title_before(doc, position)
    if start is not None:
        return start
    # hyphenated titles are several tokens: secretary-general, commander-in-chief
    for width in (5, 3):
        begin = position - width
        if begin >= 0 and doc[begin:position].text.lower() in _kinds():
            return begin
    return None


def _grow_left(doc: Doc, start: int, country_tokens: Sequence[str | None]) -> int:
    words = role_words()
    begin = start
    position = start - 1
    while position >= 0 and start - position <= _LONGEST:
        token = doc[position]
        low = token.lower_
        if (
            country_tokens[position] is not None
            or low in words.modifiers
            or low in words.portfolios
            or title_kind(low) in (*STATE_OFFICES, "other")
        ):
            begin = position
        elif low in ("'s", "'") or (low == "-" and begin == position + 1):
            pass
        elif low in ("and", "&", "of") and begin == position + 1 and position:
            if not _joins(doc[position - 1], low):
                break
        elif token.ent_type_ == "ORG" and token.text[:1].isupper():
            begin = position
        else:
            break
        position -= 1
    return begin


def _joins(left: Token, word: str) -> bool:
    """Tell whether a role goes on before "and" or "of": "Bank of |Ghana Governor".

    "Parliament and |President Okoro" are two, as are "the government of |President Okoro".
    """
    if word == "of":
        return left.text[:1].isupper() or title_kind(left.text) is not None
    return title_kind(left.text) is not None


def country_after(doc: Doc, end: int, country_tokens: Sequence[str | None]) -> str | None:
    """Return the country of an office whose holder stands before it: "President Doe of Ghana"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return None
    start = end + 1 + (doc[end + 1].lower_ in ARTICLES)
    return country_tokens[start] if start < len(doc) else None


def role_apposed(doc: Doc, span: Span, country_tokens: Sequence[str | None]) -> Role | None:
    """Read the role set off by commas, after the name or before it.

    "Jane Doe, the president of Ghana, said", "Ghana's president, Jane Doe, said".
    """
    after = _apposed_after(doc, span.end, country_tokens)
    before = _apposed_before(doc, span.start, country_tokens)
    if after is None or (before is not None and _is_of_the_next(doc, after)):
        return before
    return after


def _is_of_the_next(doc: Doc, role: Role) -> bool:
    """Tell whether a role has its holder behind it: "the envoy, Ms Doe, the premier, Mr Roe"."""
    after = doc[role.end : role.end + 2]
    return len(after) == 2 and after[0].text == "," and after[1].pos_ == "PROPN"


def _apposed_after(doc: Doc, end: int, country_tokens: Sequence[str | None]) -> Role | None:
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    begin = end + 1
    stop = _end_of_apposition(doc, begin)
    title = next((position for position in range(begin, stop) if _ends_title(doc, position)), None)
    if title is None or not _clean_opening(doc, begin, title, country_tokens):
        return None
    stop = _without_hanging_words(doc, title, stop)
    if doc[begin].lower_ == "then" and doc[begin + 1].lower_ in ARTICLES:
        begin += 1
    if doc[begin].lower_ in _OPENING:
        begin += 1
    country = _country_in(country_tokens, begin, stop)
    return Role(doc[begin:stop].text, begin, stop, country)


def _end_of_apposition(doc: Doc, begin: int) -> int:
    """Return where what stands between commas ends: at a sign, a verb or a clause."""
    stop = begin
    while stop < len(doc) and stop - begin < _LONGEST:
        token = doc[stop]
        if (token.is_punct and token.text not in ("-", "'", "&")) or token.is_space:
            break
        joined = doc[stop - 1].text == "-"
        if token.pos_ in VERBAL and title_kind(token.text) is None and not joined:
            break
        if token.lower_ in _CLAUSES:
            break
        stop += 1
    return stop


def _without_hanging_words(doc: Doc, title: int, stop: int) -> int:
    """Leave out the words that hang on nothing: "president of the company's"."""
    while stop > title + 1 and (
        doc[stop - 1].pos_ in ("ADP", "ADV", "CCONJ", "DET", "PUNCT") or doc[stop - 1].tag_ == "POS"
    ):
        stop -= 1
    return stop


def _clean_opening(doc: Doc, begin: int, title: int, country_tokens: Sequence[str | None]) -> bool:
    """Tell whether only role words stand before the title: "the city's former mayor"."""
    words = role_words()
    return all(
        token.lower_ in _BEFORE_TITLE
        or token.lower_ in words.modifiers
        or token.lower_ in words.portfolios
        or country_tokens[token.i] is not None
        or token.ent_type_ in ("ORG", "GPE", "NORP", "DATE", "CARDINAL")
        or token.pos_ in ("ADJ", "PROPN", "NOUN")
        or title_kind(token.text) is not None
        for token in doc[begin:title]
    )


def _ends_title(doc: Doc, position: int) -> bool:
    kind = title_kind(doc[position].text)
    if kind in (*STATE_OFFICES, "other"):
        return True
    return _title_start(doc, position + 1) is not None and kind != "honorific"


def _apposed_before(doc: Doc, start: int, country_tokens: Sequence[str | None]) -> Role | None:
    if start < 2 or doc[start - 1].text != ",":
        return None
    stop = start - 1
    begin = stop
    floor = max(0, stop - _LONGEST)
    while begin > floor:
        token = doc[begin - 1]
        if token.is_space or (token.is_punct and token.text not in ("-", "'")):
            break
        if token.pos_ in _NO_ROLE and title_kind(token.text) is None:
            break
        begin -= 1
    title = next(
        (
            position
            for position in range(stop - 1, begin - 1, -1)
            if _ends_title(doc, position) and _closes_role(doc, position, stop)
        ),
        None,
    )
    if title is None:
        return None
    first = _title_start(doc, title + 1)
    begin = _grow_left(doc, title if first is None else first, country_tokens)
    return Role(doc[begin:stop].text, begin, stop, _country_in(country_tokens, begin, stop))


def _closes_role(doc: Doc, title: int, stop: int) -> bool:
    """Tell whether a role may end as it does: in its title, or in "of …", "for …"."""
    return title == stop - 1 or doc[title + 1].lower_ in ("of", "for", "at", "in", "to")


def _country_in(country_tokens: Sequence[str | None], begin: int, stop: int) -> str | None:
    return next((code for code in country_tokens[begin:stop] if code is not None), None)


def country_of_tokens(
    doc: Doc, matches: Sequence[Match], elsewhere: Mapping[int, str]
) -> list[str | None]:
    """Return for each token the country of the reference name it is part of.

    "Malta" in "a Malta-based lawyer" tells no office's country; names in `elsewhere` mean their
    namesakes there ("mayor of Paris, Texas").
    """
    countries: list[str | None] = [None] * len(doc)
    text: str = doc.text
    for match in matches:
        code = elsewhere.get(match.start, match.names[0].country)
        if code is None:
            continue
        if text.startswith("-based", match.end):
            continue
        span = doc.char_span(match.start, match.end, alignment_mode="expand")
        for token in span or ():
            countries[token.i] = code
    return countries
