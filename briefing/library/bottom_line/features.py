"""What tells how much a sentence says of its article's story: features between 0 and 1."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from briefing.library.bottom_line.alone import is_whole, leans
from briefing.library.bottom_line.stems import stems
from briefing.reference.bottom_line import bottom_line_words

_FIGURES = re.compile(r"\d")
_HEADLINE = 16
"""A headline has at most so many words."""
_FULL = 40
"""A sentence of so many words says as much as one can."""
_CHIEF = 4
"""So many of those who are named most are the story's actors."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, and what was found in it.

    Attributes:
        number: Its place in the article; 0 is the title.
        paragraph: Its paragraph's.
        text: Its words, without a dateline.
        named: The entities that it names.
        acts: Relations, events and what more than says, weighed.
        quoted: The share of it that stands in quotation marks.
        speaker: Whether who says something in it is named there.
        looks_back: Whether a pronoun in it was traced to words before it.
        ahead: Whether it tells of what is to come.
    """

    number: int
    paragraph: int
    text: str
    named: Collection[str] = ()
    acts: float = 0.0
    quoted: float = 0.0
    speaker: bool = False
    looks_back: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much a sentence says of its article.

    Attributes:
        number: The sentence's place in the article.
        score: The more, the better.
        alone: Whether it can be read without what stands before it.
        base: What of the score the words alone say, whatever facts are read in them.
    """

    number: int
    score: float
    alone: bool
    base: float


_OF_FACTS = ("actors", "acts", "quoted", "speech", "leans", "ahead")
"""The features that follow from what is read in a sentence; the others are its words' own."""


def weigh(title: str, sentences: Sequence[Told]) -> list[Weighed]:
    """Weigh the sentences of one article, in its order.

    Args:
        title: The title, "" for none.
        sentences: All of its sentences but the title.
    """
    weights = bottom_line_words().weights
    headline = _headline(title, sentences)
    head = sentences[0].number if headline is not None and not title and sentences else None
    weighed = []
    for told, found in zip(sentences, features(headline or "", sentences, head), strict=True):
        base = sum(weights[name] * found[name] for name in found if name not in _OF_FACTS)
        weighed.append(
            Weighed(
                told.number,
                _score(base, found),
                told.number != head and is_whole(told.text) and not leans(told.text),
                base,
            )
        )
    return weighed


def weigh_again(sentences: Sequence[tuple[Told, float]]) -> list[float]:
    """Return the scores of an article's sentences once other facts are read in them.

    Args:
        sentences: All of its sentences but the title, the words left out, each with its `base`.
    """
    chief = _chief([told for told, _ in sentences])
    return [_score(base, _read(told, chief)) for told, base in sentences]


def _score(base: float, found: Mapping[str, float]) -> float:
    weights = bottom_line_words().weights
    return round(base + sum(weights[name] * found[name] for name in _OF_FACTS), 4)


def features(
    headline: str, sentences: Sequence[Told], head: int | None = None
) -> list[Mapping[str, float]]:
    """Work out the features of each sentence, by name as in bottom_line.toml.

    Args:
        headline: The title, or the first sentence that is one.
        sentences: The article's sentences.
        head: The number of the sentence that is the headline.
    """
    stemmed = [list(stems(told.text)) for told in sentences]
    wanted = set(stems(headline))
    often = Counter(stem for found in stemmed for stem in set(found))
    chief = _chief(sentences)
    most = _most_central(stemmed, often)
    place = 0
    paragraphs: dict[int, int] = {}
    found: list[Mapping[str, float]] = []
    for told, own in zip(sentences, stemmed, strict=True):
        counts = told.number != head and is_whole(told.text)
        opens = told.paragraph not in paragraphs
        if counts:
            paragraphs.setdefault(told.paragraph, len(paragraphs))
        found.append(_of(told, own, wanted, often, chief, most, place if counts else 99, opens))
        place += counts
    return found


def _of(
    told: Told,
    own: Sequence[str],
    wanted: Collection[str],
    often: Mapping[str, int],
    chief: Sequence[str],
    most: float,
    place: int,
    opens: bool,
) -> Mapping[str, float]:
    words = len(told.text.split())
    return {
        "early": 1.0 / (1.0 + place) ** 0.6 if place < 99 else 0.0,
        "opens": float(place == 0),
        "title": len(set(own) & set(wanted)) / len(wanted) if wanted else 0.4,
        "central": _centrality(own, often) / most if most else 0.0,
        "figures": float(bool(_FIGURES.search(told.text))),
        "length": min(words, _FULL) / _FULL,
        "background": float(bool(bottom_line_words().past.search(told.text))),
        **_read(told, chief),
    }


def _chief(sentences: Sequence[Told]) -> list[str]:
    """Return who is named in most sentences, of several the first in the text."""
    counted = Counter(name for told in sentences for name in sorted(told.named))
    return [name for name, _ in counted.most_common(_CHIEF)]


def _read(told: Told, chief: Sequence[str]) -> dict[str, float]:
    """Return the features that follow from the facts that are read in a sentence."""
    return {
        "actors": len(set(told.named) & set(chief)) / max(1, min(_CHIEF, len(chief))),
        "acts": min(told.acts, 4.0) / 4.0,
        "quoted": float(0.1 < told.quoted < 0.8 and told.speaker),
        "speech": float(told.quoted >= 0.8 or (told.quoted > 0.4 and not told.speaker)),
        "leans": float(told.looks_back),
        "ahead": float(told.ahead),
    }


def _centrality(own: Sequence[str], often: Mapping[str, int]) -> float:
    """Return how much a sentence shares with the others, less for long ones."""
    if not own:
        return 0.0
    distinct = set(own)
    return sum(math.log(often[stem]) for stem in distinct) / math.sqrt(len(distinct))


def _most_central(stemmed: Sequence[Sequence[str]], often: Mapping[str, int]) -> float:
    return max((_centrality(own, often) for own in stemmed), default=0.0)


def _headline(title: str, sentences: Sequence[Told]) -> str | None:
    """Return the title, or the first sentence where it is one; None where there is neither."""
    if len(list(stems(title))) >= 2:
        return title
    if len(sentences) < 3:
        return title or None
    first, later = sentences[0], sentences[1:4]
    if len(first.text.split()) > _HEADLINE:
        return title or None
    if first.paragraph != later[0].paragraph:
        return first.text
    own = set(stems(first.text))
    again = {stem for told in later for stem in stems(told.text)}
    return first.text if own and len(own & again) >= 0.4 * len(own) else title or None
