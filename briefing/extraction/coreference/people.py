"""What the text itself says of a person: he or she."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from briefing.extraction.facts import Mention
from briefing.reference.genders import Gender, Genders


def genders_of(doc: Doc, mentions: Iterable[Mention], words: Genders) -> dict[str, Gender]:
    """Return which of the people mentioned are he and which she, as far as words say so.

    A title or a noun beside the name ("Mrs Lee", "spokesman Kim Doe") counts more than the given
    name; nothing is guessed from a family name or a country.
    """
    votes: dict[str, dict[str, int]] = {}
    for mention in mentions:
        if not mention.entity_id.startswith("person:"):
            continue
        vote = votes.setdefault(mention.entity_id, {"m": 0, "f": 0})
        said = _beside(doc, mention, words)
        if said is not None:
            vote[said] += 10
        given = _given(doc, mention, words)
        if given is not None:
            vote[given] += 1
    found: dict[str, Gender] = {}
    for entity_id, vote in votes.items():
        if vote["m"] > vote["f"]:
            found[entity_id] = "m"
        elif vote["f"] > vote["m"]:
            found[entity_id] = "f"
    return found


def _beside(doc: Doc, mention: Mention, words: Genders) -> Gender | None:
    """Read titles and nouns of the name: before it, in its role, in apposition."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return None
    for index in (span.start, span.start - 1):
        if index >= 0:
            said = words.titles.get(doc[index].lower_)
            if said is not None:
                return said
    for word in (mention.role or "").lower().split():
        if word in words.nouns:
            return words.nouns[word]
    head = doc[mention.head]
    for child in head.children:
        if child.dep_ in ("appos", "compound") and child.lower_ in words.nouns:
            return words.nouns[child.lower_]
    if head.dep_ == "appos" and head.head.lower_ in words.nouns:
        return words.nouns[head.head.lower_]
    return None


def _given(doc: Doc, mention: Mention, words: Genders) -> Gender | None:
    """Read the given name, where the mention has more than a family name."""
    if mention.form not in ("name", "short-name"):
        return None
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return None
    parts = [token.lower_ for token in span if token.is_alpha or "-" in token.text]
    parts = [part for part in parts if part not in words.titles]
    if len(parts) < 2:
        return None
    return words.names.get(parts[0]) or words.names.get(parts[0].split("-")[0])
