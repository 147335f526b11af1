"""From a Doc to its quotations."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.extraction.facts import Quote
from briefing.extraction.quotes.build import quote_of
from briefing.extraction.quotes.cues import asks_for_anonymity, cues_in
from briefing.extraction.quotes.doubles import without_doubles
from briefing.extraction.quotes.drafts import Span, add_labelled, reported
from briefing.extraction.quotes.page import page_of
from briefing.extraction.quotes.unsaid import is_nobodys
from briefing.extraction.quotes.voices import Voices
from briefing.reference.reporting import Reporting
from briefing.reference.speakers import SpeakerNouns
from briefing.reference.venues import Venues


def quotes_in(doc: Doc, words: Reporting, nouns: SpeakerNouns, places: Venues) -> list[Quote]:
    """Read every quotation of a Doc, in order.

    First what the grammar ties to a cue, then what stands between marks, which may join it, then
    what a label announces. Reports inside marked words are the speaker's own business.

    Args:
        doc: The Doc, with entities and mentions.
        words: The cues.
        nouns: Nouns that can say something.
        places: Words that tell of a venue.
    """
    page = page_of(doc, words)
    cues = {
        cue.head.i: cue
        for cue in cues_in(doc, words)
        if page.inside[cue.head.i] < 0 and not asks_for_anonymity(cue, nouns)
    }
    drafts = reported(page, cues, words, nouns)
    Voices(page, cues, drafts, words, nouns).attribute()
    add_labelled(page, drafts, nouns)
    found: dict[Span, Quote] = {}
    for draft in without_doubles(page, drafts):
        quote = quote_of(page, draft, places)
        if quote is not None and not is_nobodys(draft.cue, draft.speaker):
            found.setdefault((quote.start, quote.end), quote)
    return sorted(found.values(), key=lambda one: (one.start, one.end))
