"""Quotations in the making: what the grammar ties to a cue, and what a label announces."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from briefing.extraction.quotes.content import Content, content_of
from briefing.extraction.quotes.cues import Cue
from briefing.extraction.quotes.labels import labelled
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.spans import is_infinitive
from briefing.extraction.quotes.speakers import can_speak
from briefing.extraction.quotes.speaking import speaker_of
from briefing.extraction.quotes.unsaid import is_unsaid
from briefing.reference.reporting import Reporting
from briefing.reference.speakers import SpeakerNouns

Span = tuple[int, int]
"""Characters of the article's text, end-exclusive."""


@dataclass(slots=True)
class Draft:
    """A quotation in the making.

    Attributes:
        cue: The cue, or None where nothing but the context gives the speaker.
        speaker: Head of who speaks, if known.
        spans: Pieces of the content.
        part: Counts the quotations of one turn that share a cue.
        direct: Marked words were given to it.
        colon: Span of the colon that stands for a cue.
    """

    cue: Cue | None
    speaker: Token | None
    spans: list[Span] = field(default_factory=list)
    part: int = 1
    direct: bool = False
    colon: Span | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return min(self.spans)[0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return max(end for _, end in self.spans)


def reported(
    page: Page, cues: dict[int, Cue], words: Reporting, nouns: SpeakerNouns
) -> list[Draft]:
    """Draft what the grammar ties to a cue, reports inside reports left out."""
    drafts = []
    for cue in cues.values():
        content = content_of(page, cue, words)
        speaker = speaker_of(page, cue, nouns) if content is not None else None
        if content is None or is_unsaid(cue, speaker):
            continue
        if speaker is None and (cue.kind == "noun" or not content.clause or _is_open(cue)):
            continue
        if speaker is not None and not _may_say(speaker, cue, nouns, clause=content.clause):
            continue
        draft = Draft(cue, speaker, _characters(page, content))
        if draft.spans:
            drafts.append(draft)
    return [draft for draft in drafts if not _is_inside(draft, drafts) or _is_speech(draft)]


def _may_say(speaker: Token, cue: Cue, nouns: SpeakerNouns, *, clause: bool) -> bool:
    """Tell whether a subject says what a cue reports: "it glowed, indicating that …"."""
    if "speaker" in cue.word.frames:
        return can_speak(speaker, nouns)
    needs_holder = "holder" in cue.word.frames and cue.head.tag_ == "VBG"
    if clause and (not needs_holder or speaker.tag_ in ("PRP", "WDT")):
        return True
    return can_speak(speaker, nouns)


def _is_open(cue: Cue) -> bool:
    """Tell whether nobody in particular says it: "it is too soon to say whether …"."""
    return cue.kind == "verb" and is_infinitive(cue.head)


def add_labelled(page: Page, drafts: list[Draft], nouns: SpeakerNouns) -> None:
    """Give what follows a label to its speaker: a headline's or a transcript's."""
    for label in labelled(page, nouns):
        low, high = page.offsets[label.start], page.token_end(label.end - 1)
        inner = [draft for draft in drafts if low <= draft.start < high]
        if any(draft.cue is not None and draft.direct for draft in inner):
            continue
        for draft in inner:
            if draft.cue is None:
                drafts.remove(draft)
        mark = (label.colon.idx, label.colon.idx + 1)
        drafts.append(Draft(None, label.speaker, [(low, high)], direct=True, colon=mark))


def _is_inside(draft: Draft, drafts: list[Draft]) -> bool:
    low, high = draft.start, draft.end
    return any(
        start <= low and high <= end and (start, end) != (low, high)
        for other in drafts
        if other is not draft
        for start, end in other.spans
    )


def _is_speech(draft: Draft) -> bool:
    """Tell whether a report inside another is speech that names its own speaker.

    "The minister said Lee had told him that rates would rise": two quotations. "They agreed to
    meet, the bank said": one.
    """
    cue, speaker = draft.cue, draft.speaker
    if cue is None or speaker is None or cue.kind != "verb" or "that" not in cue.word.frames:
        return False
    if cue.head.tag_ not in ("VBD", "VBZ", "VBN", "VBP") or speaker.pos_ != "PROPN":
        return False
    told = any(child.dep_ == "ccomp" and child.i > cue.head.i for child in cue.head.children)
    return told or cue.word.act in ("denies", "confirms", "threatens", "condemns")


def _characters(page: Page, content: Content) -> list[Span]:
    """Turn token ranges into spans; one that reaches into marked words takes them whole."""
    spans: list[Span] = []
    for start, end in content.ranges:
        low, high = page.offsets[start], page.token_end(end - 1)
        for index in range(start, end):
            number = page.inside[index]
            if number >= 0:
                piece = page.pieces[number]
                low, high = min(low, piece.start), max(high, piece.end)
        spans.append((low, high))
    return spans
