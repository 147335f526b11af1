"""To whom and where something is said: "told Reuters", "in an interview with the paper"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.doc import mention_at
from briefing.extraction.facts import Mention
from briefing.extraction.quotes.cues import Cue, is_passive
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.spans import is_infinitive
from briefing.reference.venues import Venues

_PREPOSITIONS = {"in", "at", "on", "during", "via", "through", "by"}
_PARTNERS = {"with", "to", "by", "for", "of", "on"}
_TOLD_TO = {"to", "against"}


@dataclass(frozen=True, slots=True)
class Setting:
    """Whom something is said to, and where.

    Attributes:
        addressees: The entities addressed.
        venue: Where, in the article's words.
    """

    addressees: tuple[Mention, ...] = ()
    venue: str | None = None


def setting_of(page: Page, cue: Cue | None, taken: list[tuple[int, int]], words: Venues) -> Setting:
    """Read addressee and venue from the sentence of a cue.

    Args:
        page: The page.
        cue: The cue, if any.
        taken: Spans of the content: what stands there is no venue of the speaker's.
        words: What tells of a venue.
    """
    if cue is None or cue.kind == "according":
        return Setting()
    verb = cue.head
    told = _told(verb, cue)
    venue, partner = _venue(page, verb, taken, words)
    addressees = _mentions(told)
    if told is not None and not addressees and told.lemma_.lower() in words.audiences:
        venue = venue or page.text[verb.idx : told.idx + len(told)]
    if not addressees and partner is not None:
        addressees = _mentions(partner)
    return Setting(tuple(addressees), venue)


def _told(verb: Token, cue: Cue) -> Token | None:
    """Return whom the words are said to: "told Reuters", "said to the council"."""
    frames = cue.word.frames
    if frames & {"person", "inf-person", "inf-whom", "of"}:
        if is_passive(verb):
            return None
        for child in verb.children:
            if child.dep_ in ("dobj", "dative") and child.i > verb.i:
                return _object(child)
            whom = child.dep_ == "ccomp" and frames & {"inf-person", "inf-whom"}
            if whom and is_infinitive(child):
                for grandchild in child.children:
                    if grandchild.dep_ == "nsubj" and grandchild.i < child.i:
                        return grandchild
    for child in verb.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in _TOLD_TO:
            return _object(child)
    return None


def _object(token: Token) -> Token | None:
    if token.pos_ != "ADP":
        return token
    for child in token.children:
        if child.dep_ == "pobj":
            return child
    return None


def _mentions(token: Token | None) -> list[Mention]:
    if token is None:
        return []
    beside = [child for child in token.children if child.dep_ == "appos"]
    words = (token, *token.conjuncts, *(beside if mention_at(token) is None else ()))
    return [mention for one in words if (mention := mention_at(one)) is not None]


def _venue(
    page: Page, verb: Token, taken: list[tuple[int, int]], words: Venues
) -> tuple[str | None, Token | None]:
    """Return the words of the venue and who else takes part in it."""
    for preposition in _candidates(page, verb):
        if any(low <= preposition.idx < high for low, high in taken):
            continue
        place = _object(preposition)
        if place is None or place.i < preposition.i:
            continue
        medium = place.lemma_.lower() in words.nouns or place.lower_ in words.nouns
        if not medium and (
            place.lower_.rstrip(".") not in words.platforms or _goes_on(page, place)
        ):
            continue
        end = place.i + 1
        partner = None
        for child in place.children:
            if child.dep_ == "prep" and child.lower_ in _PARTNERS and child.i == end:
                partner = _object(child)
                if partner is not None:
                    end = max(end, _short_end(partner))
        return page.text[preposition.idx : page.token_end(end - 1)].removesuffix("."), partner
    return None, None


def _goes_on(page: Page, word: Token) -> bool:
    """Tell whether a word is only a part of another: the "X" of "X-Labs"."""
    end = word.idx + len(word)
    return page.text[end : end + 1] in ("-", "/") and page.text[end + 1 : end + 2].isalnum()


def _short_end(head: Token) -> int:
    """Return the end of a noun phrase without what hangs on it."""
    end = head.i + 1
    for child in head.children:
        if child.i > head.i and child.dep_ in ("conj", "cc", "flat"):
            end = max(end, child.i + 1)
    return int(end)


def _candidates(page: Page, verb: Token) -> Iterator[Token]:
    """Yield the prepositions around a cue, its own first, then the sentence's."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            yield child
            if child.i > verb.i:
                for grandchild in child.children:
                    for deeper in grandchild.children:
                        if deeper.dep_ == "prep" and deeper.lower_ in _PREPOSITIONS:
                            yield deeper
    start, end = page.stop_before(verb.i), page.stop_after(verb.i)
    for index in range(start, min(end, verb.i + 14)):
        token = page.doc[index]
        if token.lower_ in _PREPOSITIONS and token.pos_ == "ADP" and page.inside[index] < 0:
            yield token
