"""The same quotation, worded differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from briefing.library.accounts.align import same_quotation
from briefing.library.accounts.model import Difference, Told


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks.

    Attributes:
        fact_id: The quotation.
        article_id: Its article.
        speaker: The speaker's id.
        text: The words in marks, as the article has them.
    """

    fact_id: str
    article_id: str
    speaker: str
    text: str


def worded_differently(quoted: Iterable[Quoted]) -> list[Difference]:
    """Return the quotations of one story that two articles word differently.

    Of each wording the first article stands for all that have it.
    """
    by_speaker: dict[str, dict[str, Quoted]] = defaultdict(dict)
    for one in quoted:
        by_speaker[one.speaker].setdefault(_plain(one.text), one)
    found = []
    for speaker, wordings in by_speaker.items():
        for one, other in combinations(wordings.values(), 2):
            if one.article_id == other.article_id:
                continue
            aligned = same_quotation(one.text, other.text)
            if aligned is not None and (aligned.one or aligned.other):
                found.append(
                    Difference(
                        "words",
                        speaker,
                        Told(one.fact_id, one.article_id, one.text, aligned.one, speaker),
                        Told(other.fact_id, other.article_id, other.text, aligned.other, speaker),
                    )
                )
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("'", "’").split()).strip(" ,.;!?")
