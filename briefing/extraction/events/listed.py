"""Which event a date of a list dates: "1 December - expiry of the deadline"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from briefing.extraction.diary import entries
from briefing.extraction.doc import is_negated
from briefing.extraction.events.clauses import has_subject
from briefing.extraction.events.heads import Draft
from briefing.extraction.times.fill import Notes
from briefing.extraction.times.reading import Anchored
from briefing.reference.event_words import event_words


class Listed:
    """The lists of dates in an article: what an entry tells has the entry's date and no other."""

    def __init__(self, doc: Doc, notes: Notes) -> None:
        self._dated: list[tuple[Anchored, Span]] = []
        for start, words in entries(notes.text):
            told = doc.char_span(words, words + 1, alignment_mode="expand")
            dates = [one for one in notes.anchored if start <= one.time.start < words]
            if told is not None and dates:
                self._dated.append((dates[-1], told[0].sent))

    def has(self, entry: Anchored) -> bool:
        """Say whether an entry of a list begins with this date."""
        return any(entry is one for one, _ in self._dated)

    def place(self, drafts: dict[int, Draft]) -> None:
        """Give each entry of a list its date, in place of what was found there without one."""
        for entry, sentence in self._dated:
            head = _told_by(sentence, drafts)
            if head is None:
                continue
            found = drafts.get(head.i)
            occasion = found.occasion if found is not None else None
            for token in sentence:
                if token.i in drafts and not drafts[token.i].entries:
                    del drafts[token.i]
            drafts[head.i] = Draft(head, entries=[entry], occasion=occasion)


def _told_by(sentence: Span, drafts: dict[int, Draft]) -> Token | None:
    """Return the word that tells what an entry announces.

    "Chile **signs** the treaty"; "budget, second **reading**"; "**talks** (to be confirmed)".
    """
    root = sentence.root
    if root.pos_ == "VERB" and has_subject(root) and root.tag_ in ("VBZ", "VBP", "VBD", "VB"):
        return None if is_negated(root) else root
    nouns = event_words().nouns
    near = sorted(sentence, key=lambda token: (sum(1 for _ in token.ancestors), token.i))
    for token in near:
        known = token.i in drafts or token.lemma_.lower() in nouns
        if known and token.pos_ in ("NOUN", "PROPN"):
            return token
    said_more = (child for child in root.children if child.dep_ == "appos")
    return next(said_more, root) if root.pos_ == "NOUN" else None
