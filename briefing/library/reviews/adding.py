"""Facts that people added: what such a decision holds, and the rows that it comes to."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from briefing.errors import ReviewError
from briefing.library import schema
from briefing.library.reviews.correcting import Countries, FactRows, dated, held_as, speaker_id
from briefing.library.reviews.cutting import cut, cut_as_it_can_be, kind_of
from briefing.library.reviews.decision import CORRECTABLE, HOLDER, WORDS, Decision, Record, checked
from briefing.library.reviews.fact_rows import parts
from briefing.library.reviews.history import fields_of
from briefing.library.reviews.words_in import still_there
from briefing.library.rows import Row
from briefing.tables import FACT_TABLES, UNSETTLED, fact_id

LETTER_OF = {"quotes": "q", "events": "e", "relations": "r"}
"""The letter in the id of a fact, by its table."""

_PLOVER = {
    "verbal-cooperation": ("CONSULT", 3.0),
    "material-cooperation": ("COOPERATE", 6.0),
    "verbal-conflict": ("ACCUSE", -3.0),
    "material-conflict": ("COERCE", -7.0),
}
"""The plainest type of event of each class of relations, with its tone: staff give the class."""

_SURE = {"certainty": "high", "certainty_reason": "Staff added it."}


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of an article when rows are made of its words.

    Attributes:
        text: The article's text.
        sentences: Where each sentence begins, with its number, in order.
        named: The entities of its mentions: start, end, id, country.
    """

    text: str
    sentences: Sequence[tuple[int, int]]
    named: Sequence[tuple[int, int, str, str | None]]

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence of an offset, or of the last before it."""
        before = [number for start, number in self.sentences if start <= offset]
        return before[-1] if before else self.sentences[0][1] if self.sentences else 0

    def mentioned(self, start: int, end: int) -> dict[str, str | None]:
        """Return the entities that are named within a span, with their countries."""
        return {
            entity: country
            for first, last, entity, country in self.named
            if start <= first and last <= end
        }


def places(connection: sa.Connection, article_ids: Iterable[str]) -> dict[str, Place]:
    """Return what is known of those articles that the library has, by id."""
    article, sentence = schema.articles.c, schema.sentences.c
    mention, entity = schema.mentions.c, schema.entities.c
    texts: dict[str, str] = {}
    starts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    named: dict[str, list[tuple[int, int, str, str | None]]] = defaultdict(list)
    for part in parts(set(article_ids)):
        query = sa.select(article.article_id, article.text).where(article.article_id.in_(part))
        texts |= {row.article_id: row.text for row in connection.execute(query)}
        for row in connection.execute(
            sa.select(sentence.article_id, sentence.start, sentence.sentence)
            .where(sentence.article_id.in_(part))
            .order_by(sentence.article_id, sentence.start)
        ):
            starts[row.article_id].append((row.start, row.sentence))
        for name in connection.execute(
            sa.select(
                mention.article_id, mention.start, mention.end, mention.entity_id, entity.country
            )
            .join(schema.entities, entity.entity_id == mention.entity_id)
            .where(mention.article_id.in_(part))
            .order_by(mention.article_id, mention.start)
        ):
            named[name.article_id].append((name.start, name.end, name.entity_id, name.country))
    return {key: Place(text, starts[key], named[key]) for key, text in texts.items()}


def added_id(
    article_id: str, record: str, start: int, end: int, fields: Mapping[str, str | None]
) -> str:
    """Return the id of a fact that is added: that which a reading of the same words would give."""
    sides = [str(fields[name]) for name in ("source", "target")] if record == "relations" else []
    return fact_id(article_id, LETTER_OF[record], start, end, *sides)


def checked_fields(record: str, fields: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return the fields of a fact to add as they are kept, every one checked.

    Raises:
        ReviewError: One is missing, or none of the table's, or its value cannot be taken.
    """
    if record not in FACT_TABLES:
        raise ReviewError("Only a quotation, an event or a relation can be added.")
    known = [name for name in CORRECTABLE[_record(record)] if name != WORDS]
    if set(known) - set(fields) - {HOLDER} or set(fields) - set(known):
        raise ReviewError(f"What is added needs these fields: {', '.join(known)}.")
    if record == "events" and not (fields["title"] or "").strip():
        raise ReviewError("Give the event a title: what happens, in a few words.")
    found = {name: checked(record, name, fields.get(name)) for name in known}
    if found.get(HOLDER):
        found["standing"] = held_as(str(found["standing"]), found[HOLDER])
    if record == "relations":
        must_have_two_sides(found)
    return found


def must_have_two_sides(fields: Mapping[str, Any]) -> None:
    """Let a relation pass that is between two.

    Raises:
        ReviewError: Both sides are the same.
    """
    if fields["source"] == fields["target"]:
        raise ReviewError("Both sides are the same; choose another country for one of them.")


def value_of(fields: Mapping[str, str | None]) -> str:
    """Write the fields of an added fact as the value of its decision."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def checked_value(decision: Decision) -> str:
    """Return the value of a decision that adds a fact, checked as it came from outside.

    Raises:
        ReviewError: It is no fact, or not the one that its id names.
    """
    try:
        value = json.loads(decision.value or "")
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or not all(
        each is None or isinstance(each, str) for each in value.values()
    ):
        raise ReviewError("its value is no fact in JSON.")
    fields = checked_fields(decision.record, value)
    start, end = decision.start, decision.end
    if decision.article_id is None or start is None or end is None:
        raise ReviewError("it does not say where its words stand.")
    if end - start != len(decision.words) or not decision.words.strip():
        raise ReviewError("its words are not as long as its place.")
    if decision.fact_id != added_id(decision.article_id, decision.record, start, end, fields):
        raise ReviewError("its id is not that of its words.")
    return value_of(fields)


def added_rows(decision: Decision, place: Place | None, countries: Countries) -> FactRows | None:
    """Return the rows of a fact that was added; None where its words are gone.

    Args:
        decision: The decision that added it.
        place: Its article, as it stands; None where it is not in the library.
        countries: The country of the speaker whom it names.
    """
    if place is None or decision.article_id is None:
        return None
    found = place_now(place.text, decision)
    if found is None:
        return None
    fields = fields_of(decision)
    row: Row = {
        "article_id": decision.article_id,
        "start": found[0],
        "end": found[1],
        "sentence": place.sentence(found[0]),
    }
    if decision.record == "quotes":
        return _quote(row, decision.fact_id, fields, place, countries)
    make = _event if decision.record == "events" else _relation
    return make(row, decision.fact_id, fields, place)


def place_now(text: str, decision: Decision) -> tuple[int, int] | None:
    """Return where the words of an added fact stand in its article; None where they are gone.

    A place behind the text's end says that a newer version does not have them (carrying.py).
    """
    start = decision.start or 0
    return still_there(text, decision.words, start) if start <= len(text) else None


def must_be_a_quotation(text: str, start: int, end: int, kind: str) -> tuple[int, int]:
    """Return the span of words as a quotation of a kind.

    Raises:
        ReviewError: The kind needs quotation marks, and there are none.
    """
    found = cut(text, start, end, kind)
    return found.start, found.end


def recut(fact: FactRows, words: str | None, place: Place) -> FactRows:
    """Return a quotation with its kind, words and pieces as a person has them.

    Args:
        fact: Its rows; the kind in its row is the corrected one.
        words: The words that were taken; None for those that it has.
        place: Its article.
    """
    row = dict(fact.row)
    start, end = row["start"], row["end"]
    if words is not None:
        start, end = still_there(place.text, words, start) or (start, end)
    settled = row["kind"] != UNSETTLED or words is None
    kind = row["kind"] if settled else kind_of(place.text, start, end)
    made = cut_as_it_can_be(place.text, start, end, kind)
    row |= {
        "start": made.start,
        "end": made.end,
        "text": place.text[made.start : made.end],
        "kind": made.kind,
        "sentence": place.sentence(made.start),
    }
    involved = [each for each in fact.involvements if each["part"] != "mentioned"]
    involved += _involved(row, row["quote_id"], place, "mentioned")
    pieces = [
        {
            "article_id": row["article_id"],
            "quote_id": row["quote_id"],
            "start": first,
            "end": last,
            "verbatim": verbatim,
        }
        for first, last, verbatim in made.fragments
    ]
    return FactRows(row, tuple(involved), tuple(pieces))


def _quote(
    row: Row,
    key: str,
    fields: Mapping[str, str | None],
    place: Place,
    countries: Countries,
) -> FactRows:
    who = fields["speaker_id"]
    speaker = speaker_id(who) if who else None
    nothing = (
        *("speaker", "speaker_start", "speaker_end", "speaker_form"),
        *("cue", "cue_start", "cue_end", "addressee_id", "venue"),
    )
    made: Row = {
        **row,
        **dict.fromkeys(nothing),
        "quote_id": key,
        "text": place.text[row["start"] : row["end"]],
        "kind": fields["kind"],
        "act": fields["act"],
        "speaker_id": speaker,
        "part": 1,
    }
    said = [_part(row, key, speaker, countries.get(speaker), "speaker")] if speaker else []
    return recut(FactRows(made, tuple(said)), None, place)


def _event(row: Row, key: str, fields: Mapping[str, str | None], place: Place) -> FactRows:
    nothing = (
        *("date_text", "attributed_to", "denied_by", "condition"),
        *("status_words", "occasion_id", "place_country"),
    )
    made: Row = {
        **row,
        **dict.fromkeys(nothing),
        **dated(fields["date"]),
        **fields,
        **_SURE,
        "event_id": key,
        "text": place.text[row["start"] : row["end"]],
        "kind": "other",
    }
    return FactRows(made, tuple(_involved(row, key, place, "participant")))


def _relation(row: Row, key: str, fields: Mapping[str, str | None], place: Place) -> FactRows:
    event_type, tone = _PLOVER[str(fields["quad"])]
    made: Row = {
        **row,
        **dict.fromkeys(("attributed_to", "denied_by", "condition")),
        **fields,
        **_SURE,
        "relation_id": key,
        "trigger": place.text[row["start"] : row["end"]],
        "trigger_start": row["start"],
        "trigger_end": row["end"],
        "event_type": event_type,
        "tone": tone,
        "basis": "given",
    }
    sides = []
    for name in ("source", "target"):
        side = str(fields[name])
        code = None if ":" in side else side
        sides.append(_part(row, key, f"country:{code}" if code else side, code, name))
    return FactRows(made, tuple(sides))


def _involved(row: Row, key: str, place: Place, part: str) -> list[Row]:
    found = place.mentioned(row["start"], row["end"])
    return [_part(row, key, entity, country, part) for entity, country in found.items()]


def _part(row: Row, key: str, entity: str | None, country: str | None, part: str) -> Row:
    return {
        "article_id": row["article_id"],
        "fact_id": key,
        "entity_id": entity,
        "country": country,
        "part": part,
    }


def _record(record: str) -> Record:
    return next(name for name in CORRECTABLE if name == record)
