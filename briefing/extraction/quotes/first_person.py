"""I and we inside marks, and "who" that speaks: pronouns that only the quotations explain."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from briefing.extraction.coreference.reasons import traced
from briefing.extraction.facts import Antecedent, Mention, Quote

_SINGULAR = {"i", "me", "my", "mine", "myself"}
_PLURAL = {"we", "us", "our", "ours", "ourselves"}
_RELATIVE = ("WP", "WDT")


def first_person(doc: Doc, quotes: Sequence[Quote]) -> list[Mention]:
    """Return a mention for each "I" of a person, and each "we" of a body or country.

    "We are ready," the ministry said: the ministry. A person's "we" is left open.
    """
    taken = {mention.head for mention in doc._.mentions}
    found: list[Mention] = []
    for quote in quotes:
        speaker = quote.speaker_id
        if speaker is None:
            continue
        meant = _SINGULAR if speaker.startswith("person:") else _PLURAL
        for fragment in quote.fragments:
            span = doc.char_span(fragment.start, fragment.end, alignment_mode="contract")
            if not fragment.verbatim or span is None:
                continue
            for token in span:
                if token.tag_ in ("PRP", "PRP$") and token.lower_ in meant and token.i not in taken:
                    taken.add(token.i)
                    found.append(_pronoun(speaker, token, _speaks_these(doc, quote, token)))
    return found


def who_speaks(doc: Doc, quotes: Sequence[Quote]) -> list[Mention]:
    """Return a mention for each "who" that speaks: "the envoy, Anna Berg, who said"."""
    taken = {mention.start for mention in doc._.mentions}
    found: dict[int, Mention] = {}
    for quote in quotes:
        start, speaker = quote.speaker_start, quote.speaker_id
        if start is None or speaker is None or quote.speaker_form != "pronoun" or start in taken:
            continue
        span = doc.char_span(start, start + 1, alignment_mode="expand")
        if span is None or span[0].tag_ not in _RELATIVE:
            continue
        named = [one for one in doc._.mentions if one.entity_id == speaker and one.start < start]
        if named:
            why = traced(named[-1], "The name right before it, which its clause tells more about.")
            found[start] = _pronoun(speaker, span[0], why)
    return list(found.values())


def _pronoun(entity_id: str, token: Token, why: Antecedent | None) -> Mention:
    end = token.idx + len(token)
    return Mention(entity_id, token.idx, end, token.i, "pronoun", antecedent=why)


def _speaks_these(doc: Doc, quote: Quote, token: Token) -> Antecedent | None:
    """Tell why "I" is the speaker: where the speaker of the quotation is named."""
    start, end = quote.speaker_start, quote.speaker_end
    mentions = [one for one in doc._.mentions if one.entity_id == quote.speaker_id]
    if start is None or end is None or not mentions:
        return None
    spoken = [one for one in mentions if start <= one.start < end]
    before = [one for one in mentions if one.start < start]
    named = spoken[0] if spoken else before[-1] if before else mentions[0]
    span = doc.char_span(start, end, alignment_mode="expand")
    words = " ".join(str(span).split()) if span is not None else token.text
    reason = f"“{token.text}” between quotation marks is whoever speaks them, here “{words}”."
    return traced(named, reason)
