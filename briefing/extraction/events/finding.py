"""Which words of an article tell events, and what is known of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from briefing.extraction.events.dating import When, direction_of_event, tense_of, when_of
from briefing.extraction.events.titles import has_subject, subjects_of, title_of
from briefing.extraction.facts import Event, Mention, Party, Published
from briefing.extraction.pipeline import mention_of
from briefing.extraction.standing import standing_of
from briefing.extraction.times.anniversaries import Anniversary
from briefing.extraction.times.component import NOTES, Notes
from briefing.extraction.times.occasions import Found, candidates_of, say
from briefing.extraction.times.occasions import direction_of as direction_of_noun
from briefing.extraction.times.published import in_dateline
from briefing.extraction.times.reading import Anchored
from briefing.extraction.times.readings import Direction, Fixed
from briefing.extraction.times.tense import verb_of
from briefing.extraction.times.words import lexicon
from briefing.reference.event_words import event_words
from briefing.reference.occasions import Occasion, occasions, words_in

_UNREAL = frozenset(("negated", "denied", "conditional", "possible"))
_OCCASION_KINDS = {
    "summit": "meeting",
    "conference": "meeting",
    "assembly": "meeting",
    "sport": "sport",
    "election": "election",
    "war": "war",
    "event": "event",
}
_TOWARDS = ("until", "till", "to")
_OPEN_KINDS = frozenset(("country", "place"))


@dataclass(slots=True)
class _Draft:
    """An event while its parts are being gathered."""

    head: Token
    entries: list[Anchored] = field(default_factory=list)
    occasion: tuple[Found, Occasion | None] | None = None


def events_in(doc: Doc) -> list[Event]:
    """Return the events of a Doc in the order of the text; one that is named twice is one."""
    notes: Notes = doc.user_data[NOTES]
    drafts: dict[int, _Draft] = {}
    for found, occasion in notes.occasions:
        root = found.span.root
        drafts.setdefault(root.i, _Draft(root)).occasion = (found, occasion)
    kept = {token.i for entry in notes.anniversaries for token in entry.span}
    of_time = _tokens_of_time(doc, notes.anchored)
    for entry in notes.anchored:
        if in_dateline(doc.text, entry.reading):
            continue
        head = _beside(entry, drafts) or _head_of(entry, drafts, of_time)
        if head is not None and head.i not in kept:
            drafts.setdefault(head.i, _Draft(head)).entries.append(entry)
    for token in _undated(doc):
        drafts.setdefault(token.i, _Draft(token))
    times = _time_tokens(doc, notes.anchored)
    events = [
        event
        for draft in sorted(drafts.values(), key=lambda draft: draft.head.i)
        if (event := _event(doc, draft, times)) is not None
    ]
    events += [_anniversary_event(doc, entry, times) for entry in notes.anniversaries]
    events = _distinct(_merged(events, doc), doc)
    return sorted(events, key=lambda event: (event.start, event.end))


def _time_tokens(doc: Doc, entries: Collection[Anchored]) -> frozenset[int]:
    """Return the words of time that a title leaves out: not "Tuesday's" in "Tuesday's vote"."""
    found: set[int] = set()
    for entry in entries:
        if entry.token.dep_ in ("compound", "poss", "nummod", "amod", "nmod", "nsubj", "dobj"):
            continue
        span = doc.char_span(entry.time.start, entry.time.end, alignment_mode="expand")
        found.update(token.i for token in span or ())
        if entry.token.dep_ == "pobj":
            found.add(entry.token.head.i)
    return frozenset(found)


def _beside(entry: Anchored, drafts: Mapping[int, _Draft]) -> Token | None:
    """Return the occasion that a date stands right after: "the presidential election in May"."""
    preposition = entry.token.head
    before = preposition.i - 1
    if preposition.lower_ not in ("in", "on", "from") or preposition.i > entry.token.i:
        return None
    for draft in drafts.values():
        if draft.occasion is not None and draft.occasion[0].span.end - 1 == before:
            return draft.head
    return None


def _tokens_of_time(doc: Doc, entries: Collection[Anchored]) -> frozenset[int]:
    found: set[int] = set()
    for entry in entries:
        span = doc.char_span(entry.time.start, entry.time.end, alignment_mode="expand")
        found.update(token.i for token in span or ())
    return frozenset(found)


def _head_of(entry: Anchored, drafts: Collection[int], of_time: frozenset[int]) -> Token | None:
    """Return the verb or noun that a time expression dates, None where it dates no event."""
    time = entry.time
    if time.type == "SET" or time.earliest is None:
        return None
    if isinstance(entry.reading.meaning, Fixed) and not entry.reading.meaning.unit:
        return None
    words = event_words()
    token = entry.token
    while token.head.i != token.i:
        token = token.head
        if token.i in of_time:
            continue
        if token.i in drafts:
            return token
        if token.pos_ in ("NOUN", "PROPN"):
            if token.lemma_.lower() in words.nouns and token.ent_type_ not in ("PERSON", "GPE"):
                return token
            if isinstance(entry.reading.meaning, Fixed) and token.pos_ == "NOUN":
                return token
        elif token.pos_ in ("VERB", "AUX"):
            if isinstance(entry.reading.meaning, Fixed):
                return _noun_before(entry) or _event_of_verb(token, drafts)
            return _event_of_verb(token, drafts, entry.token.head.lower_)
    return None


def _noun_before(entry: Anchored) -> Token | None:
    """Return the noun that a stretch of time follows: "their **support** over the last decade"."""
    preposition = entry.token.head
    if preposition.pos_ != "ADP" or preposition.i == 0:
        return None
    noun = preposition.nbor(-1)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and noun.head.lower_ != "to":
        noun = noun.head.head
    return noun if noun.pos_ == "NOUN" else None


def _event_of_verb(verb: Token, drafts: Collection[int], preposition: str = "") -> Token | None:
    """Return the verb, or the noun that it only carries: "the vote will be held"."""
    words = event_words()
    lemma = verb.lemma_.lower()
    if lemma in words.light or (preposition in _TOWARDS and lemma in lexicon().tense["put_off"]):
        carried = verb.head if verb.dep_ in ("acl", "relcl") else None
        if carried is not None and (carried.i in drafts or carried.lemma_.lower() in words.nouns):
            return carried
        objects = [child for child in verb.children if child.dep_ in ("dobj", "attr")]
        for thing in (*subjects_of(verb), *objects):
            if thing.i in drafts or thing.lemma_.lower() in words.nouns:
                return thing
        for child in verb.children:
            for thing in child.children if child.lower_ in ("for", "of") else ():
                if thing.i in drafts or thing.lemma_.lower() in words.nouns:
                    return thing
    if lemma in words.reporting:
        return None
    if lemma == "be":
        return _subject_alone(verb)
    if lemma in words.stative and not any(
        child.dep_ in ("xcomp", "acomp") and child.pos_ == "VERB" for child in verb.children
    ):
        return None
    complement = next(
        (
            child
            for child in verb.children
            if child.dep_ == "xcomp" and child.pos_ == "VERB" and child.tag_ == "VB"
        ),
        None,
    )
    if complement is not None and complement.lemma_.lower() in words.light:
        return _event_of_verb(complement, drafts) or verb
    return verb


def _subject_alone(verb: Token) -> Token | None:
    """Return the noun of "the first **flight** was in 1994", which says nothing but when."""
    said = [child for child in verb.children if child.dep_ in ("attr", "acomp", "ccomp", "advcl")]
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if said or subject is None or subject.lemma_.lower() not in event_words().nouns:
        return None
    return subject


def _undated(doc: Doc) -> Iterator[Token]:
    """Yield nouns and verbs that are events even where no date hangs on them.

    "ahead of his **visit** to Oslo": a noun of an event that somebody or some place known takes
    part in.
    """
    words = event_words()
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN" and words.nouns.get(lemma) in words.undated:
            common = token.tag_ == "NNS" and lemma in words.common_plurals
            if common or token.dep_ in ("compound", "amod", "nmod"):
                continue
            if _is_worth(token, words.nouns[lemma]) and _is_real(token):
                yield token
        elif token.pos_ == "VERB" and words.verbs.get(lemma) in ("visit", "war", "agreement"):
            between = len(_countries(token)) >= 2
            if between and _is_real(token):
                yield token


def _is_worth(token: Token, kind: str) -> bool:
    """Say whether an undated noun tells enough: what is to come, or between two countries."""
    if kind == "war":
        return bool(_countries(token))
    if len(_countries(token)) >= 2:
        return True
    return bool(_concerned(token)) and direction_of_noun(token) == "future"


def _countries(token: Token) -> set[str]:
    """Return the countries that stand directly with a verb or noun."""
    entities = token.doc._.entities
    found = {
        entity.country
        for mention in _concerned(token)
        if (entity := entities.get(mention.entity_id)) is not None
    }
    return {country for country in found if country}


def _is_real(token: Token) -> bool:
    return standing_of(token).standing not in _UNREAL


def _concerned(token: Token) -> list[Mention]:
    """Return the mentions that stand directly with a verb or noun."""
    doc = token.doc
    found = {}
    for child in _near(token):
        index = mention_of(child)
        if index is not None:
            mention = doc._.mentions[index]
            if not mention.entity_id.startswith("occasion:"):
                found[mention.start] = mention
    return list(found.values())


def _near(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in ("relcl", "advcl", "ccomp", "conj", "parataxis", "acl"):
            continue
        yield child
        if child.dep_ in ("prep", "agent"):
            for thing in child.children:
                yield thing
                yield from (inner for inner in thing.children if inner.dep_ in ("conj", "compound"))
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj", "poss", "compound", "amod"):
            yield from (inner for inner in child.children if inner.dep_ in ("conj", "compound"))


def _event(doc: Doc, draft: _Draft, times: frozenset[int]) -> Event | None:
    published: Published = doc._.published
    text = doc._.article.text if doc._.article is not None else doc.text
    head = draft.head
    when = when_of(draft.entries, text, published)
    direction = _direction(head, draft)
    occasion = None
    if draft.occasion is not None:
        found, occasion = draft.occasion
        if occasion is not None and occasion.kind == "agreement":
            return None
        if occasion is None and when is None and found.direction == "open":
            return None
        direction = found.direction
        occasion = _in_time(found, occasion, when)
    if occasion is not None and (when is None or _within(occasion, when)):
        when = _from_reference(occasion)
    going_on = any(child.lower_ in ("ongoing", "continuing") for child in head.lefts)
    if not _tells(head):
        return None
    title, tokens = title_of(head, times)
    if len(tokens) < 2 and head.pos_ in ("VERB", "AUX"):
        return None
    start = min(token.idx for token in tokens)
    end = max(token.idx + len(token) for token in tokens)
    parties = _parties(doc, tokens, head, occasion)
    kind = _kind(head, occasion, parties)
    place = next((party.country for party in parties if party.part == "place"), None)
    if occasion is not None and place is None:
        place = occasion.country
    if occasion is not None and when is not None and when.basis == "reference":
        tense = _tense_of_occasion(occasion, direction, published)
    else:
        tense = tense_of(when, direction, published, going_on=going_on)
    when = when or _sequence(head, direction)
    return Event(
        start=start,
        end=end,
        head=head.i,
        title=title[:1].upper() + title[1:],
        kind=kind,
        date_text=when.date_text,
        date=when.date,
        earliest=when.earliest,
        latest=when.latest,
        precision=when.precision,
        basis=when.basis,
        working=when.working,
        tense=tense,
        occasion_id=occasion.occasion_id if occasion is not None else _series_id(draft),
        place_country=place,
        parties=parties,
    )


def _tense_of_occasion(occasion: Occasion, direction: Direction, published: Published) -> str:
    """Return where an occasion lies as seen from the article, whatever the sentence's verb is."""
    first = published.date or published.earliest
    last = published.date or published.latest
    begin = occasion.begin.isoformat()
    end = occasion.end.isoformat() if occasion.end is not None else None
    if last is not None and begin > last:
        return "upcoming"
    if end is not None and first is not None and end < first:
        return "past"
    if first is not None and begin <= first and (end is None or (last or first) <= end):
        return "ongoing"
    if direction == "future" and occasion.kind not in ("war", "event"):
        return "upcoming"
    return "ongoing" if end is None else "past"


def _tells(head: Token) -> bool:
    """Say whether a verb has somebody who does it, and is not denied to have happened."""
    if head.pos_ not in ("VERB", "AUX"):
        return True
    if any(child.dep_ == "neg" for child in head.children):
        return False
    return has_subject(head)


def _series_id(draft: _Draft) -> str | None:
    if draft.occasion is None or isinstance(draft.occasion[0].named, Occasion):
        return None
    return f"occasion:{draft.occasion[0].named.series_id}"


def _direction(head: Token, draft: _Draft) -> Direction:
    directions = [entry.direction for entry in draft.entries if entry.direction != "open"]
    if head.pos_ in ("NOUN", "PROPN"):
        own = direction_of_noun(head)
        if own != "open":
            return own
    direction = direction_of_event(head)
    if direction == "open" and directions:
        return directions[0]
    return direction


def _in_time(found: Found, occasion: Occasion | None, when: When | None) -> Occasion | None:
    """Return the occasion of a series that fits the date that the text gives it, if it does."""
    if when is None or when.earliest is None or when.latest is None:
        return occasion
    if isinstance(found.named, Occasion):
        return occasion
    fitting = [
        item
        for item in candidates_of(found)
        if item.begin.isoformat() <= when.latest
        and when.earliest <= (item.end or item.begin).isoformat()
    ]
    return fitting[0] if len(fitting) == 1 else None


def _within(occasion: Occasion, when: When) -> bool:
    """Say whether the reference is more exact than the text, and agrees with it."""
    if occasion.end is None or when.earliest is None or when.latest is None:
        return False
    begin, end = occasion.begin.isoformat(), occasion.end.isoformat()
    if when.precision == "day":
        return False
    return when.earliest <= begin and end <= when.latest


def _from_reference(occasion: Occasion) -> When:
    end = occasion.end
    if end is None:
        date = f"{occasion.begin.isoformat()}/.."
        working = f"{occasion.name}: from {say(occasion.begin)} (reference)"
    elif end == occasion.begin:
        date = occasion.begin.isoformat()
        working = f"{occasion.name}: {say(occasion.begin)} (reference)"
    else:
        date = f"{occasion.begin.isoformat()}/{end.isoformat()}"
        working = f"{occasion.name}: {say(occasion.begin)} to {say(end)} (reference)"
    return When(
        None,
        date,
        occasion.begin.isoformat(),
        end.isoformat() if end else None,
        "day" if end == occasion.begin else "interval",
        "reference",
        working,
    )


def _sequence(head: Token, direction: Direction) -> When:
    """Return that an undated event comes before or after what the sentence tells."""
    above = head.head
    if above.lower_ == "of" and above.head.lower_ == "ahead":
        return When(working="Still to come: the article says “ahead of”.")
    if above.lower_ in ("before", "after", "following", "during", "since", "until"):
        return When(working=f"Placed by the article’s word “{above.lower_}”.")
    return When()


def _kind(head: Token, occasion: Occasion | None, parties: tuple[Party, ...]) -> str:
    words = event_words()
    if occasion is not None:
        return _OCCASION_KINDS.get(occasion.kind, "event")
    lemma = head.lemma_.lower()
    verbal = head.pos_ in ("VERB", "AUX")
    kind = (words.verbs if verbal else words.nouns).get(lemma, "other")
    armed = any((party.entity_id or "").startswith("weapon:") for party in parties)
    if kind in words.armed and not armed and (verbal or kind == "arms"):
        return "delivery" if kind == "arms" else "other"
    return kind


def _parties(
    doc: Doc, tokens: list[Token], head: Token, occasion: Occasion | None
) -> tuple[Party, ...]:
    """Return who takes part and where, from the words of the title and the reference."""
    found: list[Party] = []
    indexes = dict.fromkeys(index for token in tokens if (index := mention_of(token)) is not None)
    indexes.update(
        dict.fromkeys(index for token in _near(head) if (index := mention_of(token)) is not None)
    )
    for index in indexes:
        mention: Mention = doc._.mentions[index]
        entity = doc._.entities.get(mention.entity_id)
        if entity is None or entity.kind == "occasion":
            continue
        part = "place" if _is_place(doc, mention, head, entity.kind) else "participant"
        found.append(Party(entity.entity_id, entity.country, part))
    if (
        head.pos_ == "NOUN"
        and _is_visit(head)
        and not any(party.part == "participant" for party in found)
    ):
        found += _traveller(doc, head)
    if occasion is not None:
        named = {party.country for party in found}
        found += [
            Party(f"country:{code}", code, "participant")
            for code in occasion.parties
            if code not in named
        ]
    return tuple(dict.fromkeys(found))


def _is_visit(head: Token) -> bool:
    """Say whether a noun is a visit."""
    return event_words().nouns.get(head.lemma_.lower()) == "visit"


def _traveller(doc: Doc, head: Token) -> list[Party]:
    """Return who a visit is of where its own words do not say: the subject of the sentence."""
    verb = verb_of(head)
    while verb is not None:
        for child in verb.children:
            index = mention_of(child) if child.dep_ in ("nsubj", "nsubjpass") else None
            if index is not None:
                entity = doc._.entities.get(doc._.mentions[index].entity_id)
                if entity is not None and entity.kind in ("person", "country"):
                    return [Party(entity.entity_id, entity.country, "participant")]
        above = verb_of(verb)
        verb = above if above is not None and above.i != verb.i else None
    return []


def _is_place(doc: Doc, mention: Mention, head: Token, kind: str) -> bool:
    """Say whether a country or place is where it happens: "in Oslo", "a visit to Oslo"."""
    token = doc[mention.head]
    if kind not in _OPEN_KINDS or (
        not mention.literal and mention.form in ("demonym", "government")
    ):
        return False
    above = token.head.lower_
    if token.dep_ == "pobj" and above in ("in", "at", "near", "inside", "across"):
        return True
    lemma = head.lemma_.lower()
    if lemma in ("visit", "trip", "travel", "tour", "arrive", "return"):
        return above in ("to", "of") or (token.dep_ == "dobj" and head.pos_ == "VERB")
    if lemma in ("invasion", "invade", "occupation", "occupy"):
        return above == "of" or token.dep_ == "dobj"
    return False


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
        if (index := mention_of(token)) is not None
        and (entity := doc._.entities.get(doc._.mentions[index].entity_id)) is not None
        and entity.kind != "occasion"
    ]
    parties += [Party(f"country:{code}", code, "participant") for code in entry.occasion.parties]
    title = " ".join(text[start:end].split())
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
        tense=tense_of(when, entry.direction, published),
        occasion_id=f"{entry.occasion.occasion_id}-anniversary-{entry.count}",
        parties=tuple(dict.fromkeys(parties)),
    )


def _merged(events: list[Event], doc: Doc) -> list[Event]:
    """Make one event of what is named more than once: the same occasion, or noun and date."""
    groups: dict[object, list[Event]] = defaultdict(list)
    for event in events:
        groups[_identity(event, doc)].append(event)
    return [_best(group) for group in groups.values()]


def _identity(event: Event, doc: Doc) -> object:
    if event.kind == "anniversary" or (event.occasion_id and event.date):
        return event.occasion_id
    countries = frozenset(party.country for party in event.parties if party.country)
    lemma = doc[event.head].lemma_.lower()
    if event.occasion_id:
        return (event.occasion_id, event.tense)
    if event.date and countries:
        return (event.kind if event.kind != "other" else lemma, event.date, countries)
    if event.kind in ("war", "visit") and countries:
        return (event.kind, lemma, countries)
    return event.start, event.end, event.head


def _best(group: list[Event]) -> Event:
    """Return the mention that says most, with the parties of all."""
    rank = {"stated": 0, "computed": 0, "reference": 1, "inferred": 2, "unknown": 3}
    known = occasions().get(group[0].occasion_id or "")
    name = set(words_in(known.name)) if known is not None else set()
    best = min(
        group,
        key=lambda event: (
            rank[event.basis],
            event.tense != "upcoming",
            -len(name & set(words_in(event.title))),
            -len(event.parties),
            event.start,
        ),
    )
    parties = tuple(dict.fromkeys(party for event in group for party in event.parties))
    place = next((event.place_country for event in group if event.place_country), None)
    return replace(best, parties=parties, place_country=place)


def _distinct(events: list[Event], doc: Doc) -> list[Event]:
    """Give each event a span of its own: of two alike, the later one keeps only its head's."""
    taken: set[tuple[int, int]] = set()
    found = []
    for event in events:
        span = (event.start, event.end)
        if span in taken:
            head = doc[event.head]
            span = (head.idx, head.idx + len(head))
            if span in taken:
                continue
            event = replace(event, start=span[0], end=span[1])
        taken.add(span)
        found.append(event)
    return found
