"""I and we inside marks: the speaker of the quotation."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.extraction.facts import Mention, Quote

_SINGULAR = {"i", "me", "my", "mine", "myself"}
_PLURAL = {"we", "us", "our", "ours", "ourselves"}


def first_person(doc: Doc, quotes: list[Quote]) -> list[Mention]:
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
                    end = token.idx + len(token)
                    found.append(Mention(speaker, token.idx, end, token.i, "pronoun"))
    return found
