"""The events of an article: what is known of each verb and noun that tells one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.extraction.doc import entity_at, is_negated
from briefing.extraction.event_reader.encoder import Held
from briefing.extraction.events import weighing
from briefing.extraction.events.clauses import carried, has_subject
from briefing.extraction.events.counting import count
from briefing.extraction.events.dating import (
    When,
    direction_of_event,
    is_put_off,
    tense_of,
    when_of,
)
from briefing.extraction.events.heads import Draft, beside, head_of, tokens_of_time, undated
from briefing.extraction.events.listed import Listed
from briefing.extraction.events.merging import distinct, merged
from briefing.extraction.events.parties import parties_of
from briefing.extraction.events.reference import (
    agrees,
    in_time,
    tense_of_occasion,
    when_of_occasion,
)
from briefing.extraction.events.said import is_planned, tells_words
from briefing.extraction.events.sequence import beside_dated, placed, placed_by, sequence_word
from briefing.extraction.events.status import status_of
from briefing.extraction.events.titles import Title, phrase_of, title_of
from briefing.extraction.events.told import told_as_news, window_of
from briefing.extraction.facts import Event, Party, Published, Standing
from briefing.extraction.standing.engine import standing_of
from briefing.extraction.times.anniversaries import Anniversary
from briefing.extraction.times.fill import NOTES, Notes
from briefing.extraction.times.occasions import direction_of as direction_of_noun
from briefing.extraction.times.published import in_dateline
from briefing.extraction.times.reading import Anchored
from briefing.extraction.times.readings import Direction
from briefing.extraction.times.tense import verb_of
from briefing.extraction.times.words import lexicon
from briefing.reference.event_words import event_words
from briefing.reference.occasions import Occasion

_OCCASION_KINDS = {
    "summit": "meeting",
    "conference": "meeting",
    "assembly": "meeting",
    "sport": "sport",
    "election": "election",
    "war": "war",
    "event": "event",
}


def events_in(doc: Doc) -> list[Event]:
    """Return the events of a Doc in the order of the text; one that is named twice is one."""
    notes: Notes = doc.user_data[NOTES]
    drafts: dict[int, Draft] = {}
    for found, occasion in notes.occasions:
        root = found.span.root
        drafts.setdefault(root.i, Draft(root)).occasion = (found, occasion)
    kept = {token.i for entry in notes.anniversaries for token in entry.span}
    of_time = tokens_of_time(doc, notes.anchored)
    listed = Listed(doc, notes)
    for entry in notes.anchored:
        if in_dateline(notes.text, entry.reading):
            continue
        if listed.has(entry):
            continue
        head = beside(entry, drafts) or head_of(entry, drafts, of_time)
        if head is not None and head.i not in kept:
            drafts.setdefault(head.i, Draft(head)).entries.append(entry)
    for token in undated(doc):
        drafts.setdefault(token.i, Draft(token))
    of_occasions = {found.span.sent.start for found, _ in notes.occasions}
    for token, told in told_as_news(doc, notes.text, notes.anchored, doc._.published):
        if token.sent.start not in of_occasions:
            drafts.setdefault(token.i, Draft(token, told=told))
    for token, other in list(beside_dated(drafts)):
        drafts[token.i] = Draft(token, beside=other)
    times = _time_tokens(doc, notes.anchored)
    held = weighing.read(doc)
    drafts = weighing.weighed(doc, drafts, held, notes.anchored, of_time)
    for token, other in beside_dated(drafts):
        if token.i in drafts:
            drafts[token.i].beside = other
    listed.place(drafts)
    count(drafts, notes.anchored, notes.text)
    events = [event for _, event in sorted(_told(doc, notes.text, drafts, times, held).items())]
    events += [_anniversary_event(doc, entry, times) for entry in notes.anniversaries]
    events = distinct(merged(events, doc), doc)
    return sorted(events, key=lambda event: (event.start, event.end))


def _told(
    doc: Doc,
    plain: str,
    drafts: Mapping[int, Draft],
    times: frozenset[int],
    held: Mapping[int, Held],
) -> dict[int, Event]:
    """Return the events of drafts by head; two that have the same words are one."""
    found: dict[tuple[int, int, str], Event] = {}
    for draft in sorted(drafts.values(), key=lambda draft: (draft.proposed, draft.head.i)):
        own = draft.proposed or not draft.ruled
        if own and draft.occasion is None and _is_part(draft.head, drafts):
            continue  # "declared war" is one happening
        event = _event(doc, plain, draft, times, held.get(draft.head.i))
        if event is None:
            continue
        words = (event.start, event.end, event.title)
        first = found.get(words)
        if first is not None and first.date and event.date and first.date != event.date:
            apart = _apart(event, draft.head, times)
            if apart is not None:
                found[apart.start, apart.end, apart.title] = apart
            elif _p(held, event) > _p(held, first):
                found[words] = event
        else:
            found[words] = _joined(first, event) if first is not None else event
    return {event.head: event for event in found.values()}


def _p(held: Mapping[int, Held], event: Event) -> float:
    one = held.get(event.head)
    return one.event if one is not None else 0.0


def _apart(event: Event, head: Token, times: frozenset[int]) -> Event | None:
    """Return the later event of "agreed on Friday to **resume** exercises in June" by itself."""
    title = phrase_of(head, times)
    if title is None:
        return None
    last = title.tokens[-1]
    return replace(event, title=title.text, start=title.tokens[0].idx, end=last.idx + len(last))


def _joined(first: Event, other: Event) -> Event:
    """Return one event for "the **talks** were **postponed** until Friday"."""
    kind = first.kind if first.kind != "other" else other.kind
    if first.date is None and other.date is not None:
        return replace(other, kind=kind, parties=first.parties, place_country=first.place_country)
    return replace(first, kind=kind)


def _time_tokens(doc: Doc, entries: Collection[Anchored]) -> frozenset[int]:
    """Return the words of time that a title leaves out: not "Tuesday's" in "Tuesday's vote"."""
    found: set[int] = set()
    for entry in entries:
        if entry.token.dep_ in ("compound", "nummod", "amod", "nmod"):
            continue
        span = doc.char_span(entry.time.start, entry.time.end, alignment_mode="expand")
        found.update(token.i for token in span or ())
        if entry.token.dep_ == "poss":
            found.update(child.i for child in entry.token.children if child.dep_ == "case")
        if entry.token.dep_ == "pobj":
            found.add(entry.token.head.i)
    return frozenset(found)


def _event(
    doc: Doc, plain: str, draft: Draft, times: frozenset[int], held: Held | None
) -> Event | None:
    published: Published = doc._.published
    text = doc._.article.text if doc._.article is not None else doc.text
    head = draft.head
    when = when_of(draft.entries, text, plain, published, negated=is_put_off(head))
    if when is None:
        when = draft.counted
    if when is None and draft.told is not None:
        when = draft.told.when
    if when is None and draft.beside is not None:
        when = _beside(draft.beside, head, text, plain, published)
    direction = _direction(head, draft)
    occasion = None
    if draft.occasion is not None:
        found, occasion = draft.occasion
        if occasion is not None and occasion.kind == "agreement":
            return None
        if occasion is None and when is None and found.direction == "open":
            return None
        direction = found.direction
        occasion = in_time(found, occasion, when)
    if occasion is not None and (when is None or agrees(occasion, when)):
        when = when_of_occasion(occasion)
    going_on = any(child.lower_ in ("ongoing", "continuing") for child in head.lefts)
    sure = held is not None and held.event >= weighing.PROPOSED
    if not (sure or draft.proposed or _tells(head)):
        return None
    title = _title(draft, times)
    if title is None:
        return None
    tokens = list(title.tokens)
    start = min(token.idx for token in tokens)
    end = max(token.idx + len(token) for token in tokens)
    parties = parties_of(doc, tokens, head, occasion)
    if not parties and (draft.told is not None or head.sent[-1].text == "?"):
        return None
    if draft.told is not None and not draft.told.lead and not any(map(_is_public, parties)):
        return None
    kind = _kind(head, occasion, parties)
    place = next((party.country for party in parties if party.part == "place"), None)
    if occasion is not None and place is None:
        place = occasion.country
    if occasion is not None and when is not None and when.basis == "reference":
        tense = tense_of_occasion(occasion, direction, published)
    else:
        tense = tense_of(when, direction, published, going_on=going_on)
    days = (when.earliest, when.latest) if when is not None else (None, None)
    if occasion is None and not weighing.is_settled(*days, published):
        tense = weighing.tense(held, tense)
    read = standing_of(head)
    standing = _ahead(weighing.standing(held, read), tense)
    if tense == "past" and standing.standing == "expected":
        standing = replace(standing, standing="possible")  # it was offered, and may not have been
    if occasion is not None and tense != "upcoming":
        standing = _known(standing)
    if draft.proposed or standing.standing != _ahead(read, tense).standing:
        doc.user_data.setdefault(weighing.OWN_STANDING, set()).add(head.i)
    when = _clipped(when, tense, published) or placed_by(head)
    if when.earliest is None and when.latest is None:
        if tense == "upcoming":
            if occasion is None and weighing.is_too_open(held, standing):
                return None
            when = replace(when, earliest=published.date)
        elif tense == "past" and held is not None and standing.standing == "asserted":
            when = window_of(head, plain, doc.user_data[NOTES].anchored, published) or when
    status = status_of(head, start, end, tense, when.date_text)
    if tense == "past" and status.status in ("cancelled", "postponed"):
        standing = _not_held(standing)
    return Event(
        start=start,
        end=end,
        head=head.i,
        title=title.text,
        kind=kind,
        date_text=when.date_text,
        date=when.date,
        earliest=when.earliest,
        latest=when.latest,
        precision=when.precision,
        basis=when.basis,
        working=when.working,
        tense=tense,
        standing=standing,
        status=status.status,
        status_words=status.words,
        occasion_id=occasion.occasion_id if occasion is not None else _series_id(draft),
        place_country=place,
        parties=parties,
    )


def _is_part(head: Token, drafts: Mapping[int, Draft]) -> bool:
    """Say whether a noun is the object of a verb that tells the same: "took part in the drill"."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    above = head.head
    if above.pos_ == "ADP" and above.head.lemma_.lower() == "part":
        above = above.head.head
    known = drafts.get(above.i)
    if above.lemma_.lower() in lexicon().tense["offered"]:
        return False  # "proposed a summit": the summit is another happening
    return head.dep_ in ("dobj", "pobj") and known is not None and not known.proposed


def _title(draft: Draft, times: frozenset[int]) -> Title | None:
    """Return the title of an event; what only the reader finds may have the words around it."""
    head = draft.head
    if not draft.proposed:
        return title_of(head, times)
    above = carried(head) if head.pos_ in ("NOUN", "PROPN") else None
    if above is not None and tells_words(above) and not is_planned(head):
        return phrase_of(head, times)
    title = title_of(head, times) or phrase_of(head, times)
    if title is None and head.pos_ in ("NOUN", "PROPN"):
        above = verb_of(head)
        if above is not None and above.lemma_ == "be":
            return title_of(above, times)  # "the treaty has been in force since 2014"
    return title


def _clipped(when: When | None, tense: str, published: Published) -> When | None:
    """Return the days of what happened in a time that is not over: up to the article's day."""
    day = published.date
    if when is None or tense != "past" or day is None or when.earliest == when.latest:
        return when
    begun = when.earliest is None or when.earliest <= day
    later = when.latest is None or when.latest > day
    return replace(when, latest=day) if begun and later else when


def _ahead(standing: Standing, tense: str) -> Standing:
    """Return the standing of an event: what lies ahead is expected, "the fair opens on Friday"."""
    ahead = tense == "upcoming" and standing.standing == "asserted"
    return replace(standing, standing="expected") if ahead else standing


def _known(standing: Standing) -> Standing:
    """Return the standing of what everybody knows to have been, whoever speaks of it.

    "The Kremlin says that the Vietnam War was a mistake": the war is no claim of the Kremlin's.
    """
    return Standing() if standing.standing in ("attributed", "disputed", "possible") else standing


def _not_held(standing: Standing) -> Standing:
    """Return the standing of what was called off: "the visit was cancelled in January".

    Not for the calling off itself: "Oslo cancelled the visit in January" tells one.
    """
    return replace(standing, standing="negated") if standing.standing == "asserted" else standing


def _is_public(party: Party) -> bool:
    """Say whether a country or an organisation takes part, and not only somebody."""
    kind = (party.entity_id or "").partition(":")[0]
    return party.country is not None or kind in ("organisation", "alliance")


def _tells(head: Token) -> bool:
    """Say whether a verb has somebody who does it, and is not denied to have happened."""
    if head.pos_ not in ("VERB", "AUX"):
        return True
    if is_negated(head):
        return False
    return has_subject(head)


def _series_id(draft: Draft) -> str | None:
    if draft.occasion is None or isinstance(draft.occasion[0].named, Occasion):
        return None
    return f"occasion:{draft.occasion[0].named.series_id}"


def _direction(head: Token, draft: Draft) -> Direction:
    directions = [entry.direction for entry in draft.entries if entry.direction != "open"]
    verb = carried(head)
    put_off = verb is not None and verb.lemma_.lower() in lexicon().tense["put_off"]
    if put_off and "future" in directions:
        return "future"  # "the visit was postponed until June"
    if head.pos_ in ("NOUN", "PROPN"):
        own = direction_of_noun(head)
        if own != "open":
            return own
    direction = direction_of_event(head)
    above = verb_of(head) if head.pos_ in ("NOUN", "PROPN") else head
    if not draft.entries and above is not None and above.tag_ in ("VBZ", "VBP"):
        plain = not any(child.dep_ in ("aux", "xcomp", "acomp") for child in above.children)
        direction = "open" if plain else direction  # "the truce holds"
    if direction == "open" and directions:
        return directions[0]
    return direction


def _beside(draft: Draft, verb: Token, text: str, plain: str, published: Published) -> When | None:
    """Return the bounds of an event told before or after another, which has a date."""
    other = when_of(draft.entries, text, plain, published)
    title = title_of(draft.head, ())
    if other is None or title is None:
        return None
    return placed(sequence_word(draft.head), title.text, other, verb, published)


def _kind(head: Token, occasion: Occasion | None, parties: tuple[Party, ...]) -> str:
    words = event_words()
    if occasion is not None and not occasion.happening:
        return _OCCASION_KINDS.get(occasion.kind, "event")
    lemma = head.lemma_.lower()
    verbal = head.pos_ in ("VERB", "AUX")
    kind = (words.verbs if verbal else words.nouns).get(lemma, "other")
    if kind == "other" and not verbal and head.dep_ == "pobj" and head.head.head.lemma_ == "be":
        said_of = next((child for child in head.head.head.children if child.dep_ == "nsubj"), head)
        kind = words.nouns.get(said_of.lemma_.lower(), "other")  # "the treaty is in force"
    armed = any((party.entity_id or "").startswith("weapon:") for party in parties)
    if kind in words.armed and not armed and (verbal or kind == "arms"):
        return "delivery" if kind == "arms" else "other"
    return kind


def _anniversary_event(doc: Doc, entry: Anniversary, times: frozenset[int]) -> Event:
    """Return the day of an anniversary, counted from the reference's day."""
    published: Published = doc._.published
    text = doc._.article.text if doc._.article is not None else doc.text
    day = entry.day.isoformat()
    start, end = entry.span.start_char, entry.span.end_char
    when = When(None, day, day, day, "day", "computed", entry.working)
    parties = [
        Party(entity.entity_id, entity.country, "participant")
        for token in entry.span
        if (entity := entity_at(token)) is not None and entity.kind != "occasion"
    ]
    parties += [Party(f"country:{code}", code, "participant") for code in entry.occasion.parties]
    title = " ".join(text[start:end].split())
    tense = tense_of(when, entry.direction, published)
    status = status_of(entry.span.root, start, end, tense, None)
    return Event(
        start=start,
        end=end,
        head=entry.span.root.i,
        title=title[:1].upper() + title[1:],
        kind="anniversary",
        date=day,
        earliest=day,
        latest=day,
        precision="day",
        basis="computed",
        working=entry.working,
        tense=tense,
        status=status.status,
        status_words=status.words,
        occasion_id=f"{entry.occasion.occasion_id}-anniversary-{entry.count}",
        parties=tuple(dict.fromkeys(parties)),
    )
