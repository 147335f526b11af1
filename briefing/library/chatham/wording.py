"""Takes a speaker under the Chatham House Rule out of an article: its text, and what is said of it.

What goes is every name and form of it, every mention that was traced to the speaker, pronouns
among them, and the speaker's offices, also where they stand alone. In doubt a word goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.article import Article
from briefing.library.chatham.names import Names, Span, joined_up, moved, participant
from briefing.library.rows import Row

NOTE = (
    "A speaker here is under the Chatham House Rule: words that would tell who it is read "
    "“a participant”."
)

_OWNERS = frozenset(("his", "its", "their", "my", "our", "hers", "theirs"))
_NOT_OWNED = re.compile(
    r"(?:\W|(?:and|as|at|by|for|from|in|is|on|or|that|to|was|when|while|with|who)\b)", re.IGNORECASE
)
_HEADS = r"(?:the|an?|its|their|our|his|her|this|that|(?i:former|then|acting|outgoing|new))"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is under the rule.

    Attributes:
        ids: The entities that stand for them.
        names: How they are called, in full and as articles write it.
        also: Other words that would tell who it is, as an editor gave them.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def words(self) -> Names:
        """What finds them in any text."""
        return words_of([self])


def words_of(speakers: Iterable[Speaker]) -> Names:
    """Return what finds any of some speakers in any text."""
    several = list(speakers)
    return Names(
        [name for one in several for name in one.names],
        [words for one in several for words in one.also],
    )


@dataclass(frozen=True, slots=True)
class Cuts:
    """What was taken out of a text.

    Attributes:
        spans: Where it stood in the text as it was.
        lengths: How long what stands in place of each is.
    """

    spans: tuple[Span, ...]
    lengths: tuple[int, ...]

    def now(self, start: int, end: int) -> Span:
        """Return where a span of the text as it was lies now."""
        return (
            moved(self.spans, self.lengths, start),
            moved(self.spans, self.lengths, end, end=True),
        )

    def before(self, start: int, end: int) -> Span:
        """Return where a span of the text without the speaker lies in the text as it was."""
        here = [self.now(*span) for span in self.spans]
        lengths = [last - first for first, last in self.spans]
        return moved(here, lengths, start), moved(here, lengths, end, end=True)


@dataclass(frozen=True, slots=True)
class Without:
    """An article without a speaker.

    Attributes:
        article: It, under the id that it had.
        cuts: What was taken out of its text.
        words: What finds in other texts all that was taken out but pronouns.
    """

    article: Article
    cuts: Cuts
    words: Names


def without(
    article: Article, tables: Mapping[str, Sequence[Row]], speakers: Sequence[Speaker]
) -> Without:
    """Take speakers out of an article.

    Args:
        article: The article as it was read.
        tables: Its rows, of which mentions and quotations are looked at.
        speakers: Who is under the rule.
    """
    text = article.text
    ids = {each for one in speakers for each in one.ids}
    said = {" ".join(row["text"].split()) for row in _named(tables, ids)}
    roles = {row["role"] for row in tables["mentions"] if row["entity_id"] in ids and row["role"]}
    names = [
        *(name for one in speakers for name in one.names),
        *(words for words in said if " " not in words),
    ]
    also = [
        *(words for one in speakers for words in one.also),
        *(words for words in said if " " in words),
    ]
    named = [*Names(names, also).spans(text), *_mentions(tables, ids)]
    spans = joined_up(text, [*named, *_offices(text, roles, tables, ids, named)])
    words = Names(names, [*also, *(role for role in roles if " " in role)])
    new, lengths = _written(text, spans, tables)
    end = moved(spans, lengths, article.title_end, end=True)
    in_text = text[: article.title_end] == article.title
    title = new[:end] if in_text and article.title else words.without(article.title)
    made = replace(
        article,
        text=new,
        title=title,
        title_end=end if article.title_end else 0,
        url=None if words.are_in(article.url or "") else article.url,
        external_id=None if words.are_in(article.external_id or "") else article.external_id,
        removed=tuple(map(words.without, article.removed)),
        captions=tuple(map(words.without, article.captions)),
        notes=(NOTE, *map(words.without, article.notes)),
        file_name=None,
        kept_as=article.article_id,
        source=words.without(article.source) if article.source else article.source,
        author=words.without(article.author) if article.author else article.author,
    )
    return Without(made, Cuts(tuple(spans), tuple(lengths)), words)


def _named(tables: Mapping[str, Sequence[Row]], ids: set[str]) -> Iterator[Row]:
    """Yield the mentions of speakers by words that would tell who they are elsewhere too."""
    for row in tables["mentions"]:
        if row["entity_id"] in ids and row["form"] in ("name", "short-name"):
            yield row


def _mentions(tables: Mapping[str, Sequence[Row]], ids: set[str]) -> Iterator[Span]:
    """Yield what stands for the speakers."""
    for row in tables["mentions"]:
        if row["entity_id"] in ids:
            yield int(row["start"]), int(row["end"])
    for row in tables["quotes"]:
        start, end = row["speaker_start"], row["speaker_end"]
        if row["speaker_id"] in ids and start is not None and end is not None:
            yield int(start), int(end)


def _offices(
    text: str,
    roles: Iterable[str],
    tables: Mapping[str, Sequence[Row]],
    ids: set[str],
    named: Sequence[Span],
) -> Iterator[Span]:
    """Yield where offices of the speakers stand, whole or in short, but not those of others."""
    theirs = {start for start, _ in named}
    others = [
        (row["start"], row["end"])
        for row in tables["mentions"]
        if row["entity_id"].startswith("person:") and row["entity_id"] not in ids
    ]
    for role in roles:
        whole = role.split()
        for first in range(len(whole)):
            short = r"\s+".join(map(re.escape, whole[first:]))
            head = rf"(?:{_HEADS}\s+)+" if first else ""
            for match in re.finditer(rf"(?<!\w){head}(?i:{short})(?!\w)", text):
                start, end = match.span()
                after = re.match(r"\s*(?=[A-Z])", text[end:])
                of_another = after is not None and end + after.end() not in theirs
                if not of_another and not any(a < end and start < b for a, b in others):
                    yield start, end


def _written(
    text: str, spans: Sequence[Span], tables: Mapping[str, Sequence[Row]]
) -> tuple[str, list[int]]:
    """Return the text with “a participant” in place of each span, and how long each is now.

    Within marks of quotation it stands in square brackets: the words there are not the speaker's.
    """
    marks = [
        (row["start"], row["end"]) for row in tables["quotes"] if row["kind"] in ("direct", "mixed")
    ]
    parts: list[str] = []
    lengths: list[int] = []
    last = 0
    for start, end in spans:
        new = participant(text, start)
        if _owns(text, start, end):
            new += "'s"
        if any(begin <= start and end <= close for begin, close in marks):
            new = f"[{new}]"
        parts += [text[last:start], new]
        lengths.append(len(new))
        last = end
    return "".join([*parts, text[last:]]), lengths


def _owns(text: str, start: int, end: int) -> bool:
    """Say whether words are a possessive: "his", or "her" before what is hers."""
    word = text[start:end].casefold()
    if word.endswith(("'s", "’s")):
        return True
    after = text[end : end + 12].lstrip(" ")
    return word in _OWNERS or (word == "her" and bool(after) and not _NOT_OWNED.match(after))
