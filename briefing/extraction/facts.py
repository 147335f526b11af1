"""What the components write on a Doc: plain values, offsets in characters of the text.

One component answers one question and stores its answer in one Doc extension:

    briefing_actors       doc._.entities   dict[str, Entity]        who and what is in it
                          doc._.mentions   list[Mention]            where
    briefing_coreference  doc._.mentions   (pronouns, descriptions and short names added)
    briefing_times        doc._.times      list[Time]               every time expression
    briefing_quotes       doc._.quotes     list[Quote]              who said what
    briefing_standing     doc._.reactions  tuple[Reaction]          what later words deny
    briefing_events       doc._.events     list[Event]              what happened when
    briefing_relations    doc._.relations  list[Relation]           how countries stand
                          doc._.events     (with the standing of the relation of the same words)
                          doc._.set_aside  set[tuple[int, frozenset[str]]]  first token of a
                                           sentence, two codes: what is done there is no state's
    briefing_second_reader doc._.relations (weighed, with what a trained reader adds)

Offsets count from 0, end-exclusive. `head` fields are token indexes into the Doc.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something in the story.

    Attributes:
        entity_id: `kind:slug`, such as `country:KOR`, `alliance:nato`, `person:jane-doe`.
        kind: One of `tables.ENTITY_KINDS`.
        name: The name to show: the fullest in the article, or the reference's.
        country: Alpha-3 code of the country it belongs to or stands for, if it is known.
        wikidata: Wikidata id from the reference, if any.
    """

    entity_id: str
    kind: str
    name: str
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The words that name whom a pronoun or a description means, and why these.

    Attributes:
        start: Offset of the naming words.
        end: Their end.
        reason: One plain sentence: the criteria that decided.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named or meant.

    Attributes:
        entity_id: The entity.
        start: Offset of the words that name it (role and article not included).
        end: Their end.
        head: Index of the syntactic head token of the mention.
        form: One of `tables.MENTION_FORMS`.
        role: The role as written beside the name ("South Korean President"), if any.
        literal: False where a place's name does not mean the place itself but its government
            or people ("Moscow said", "Spanish").
        antecedent: Of a pronoun or a description: the words that it was traced to.
    """

    entity_id: str
    start: int
    end: int
    head: int
    form: str
    role: str | None = None
    literal: bool = True
    antecedent: Antecedent | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes which part in a fact: at least one of entity and country is set."""

    entity_id: str | None
    country: str | None
    part: str


NOT_WEIGHED = "The certainty of the reading was not weighed."
"""The reason of a certainty that nobody has worked out."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression; `type` and `value` are TIMEX3's, `date` is EDTF."""

    start: int
    end: int
    type: str
    value: str | None
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str = "unknown"
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a quotation's content; verbatim where it stands in quotation marks."""

    start: int
    end: int
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its content, speaker, cue and act.

    `start:end` covers the content without the outer marks; `fragments` are its pieces in order.
    `part` counts from 1 the quotations of one turn that share a cue.
    """

    kind: str
    start: int
    end: int
    fragments: tuple[Fragment, ...]
    speaker_id: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_form: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    act: str = "says"
    addressee_id: str | None = None
    venue: str | None = None
    part: int = 1
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a clause is asserted, and by whom it is claimed or denied.

    Attributes:
        standing: One of `tables.STANDINGS`.
        attributed_to: Entity id, or the words, of who claims it.
        denied_by: Entity ids or words of who denies it, joined by "; ".
        condition: The words of the condition.
    """

    standing: str = "asserted"
    attributed_to: str | None = None
    denied_by: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is going on or will happen; see tables `events`.

    `start:end` covers the words of the event, `head` its verb or noun, whose standing it has.
    `status` is one of `tables.EVENT_STATUSES`, `status_words` the words of the sentence that say
    so; `certainty` one of `tables.CERTAINTIES`, `certainty_reason` one plain sentence why.
    """

    start: int
    end: int
    head: int
    title: str
    kind: str
    date_text: str | None = None
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str = "unknown"
    basis: str = "unknown"
    working: str | None = None
    tense: str = "past"
    standing: Standing = Standing()
    status: str = "firm"
    status_words: str | None = None
    occasion_id: str | None = None
    place_country: str | None = None
    parties: tuple[Party, ...] = ()
    certainty: str = "moderate"
    certainty_reason: str = NOT_WEIGHED


@dataclass(frozen=True, slots=True)
class Relation:
    """One country (or actor) towards another; see table `relations`.

    `start:end` is the clause that says so, inside one sentence; `head` is the word of it whose
    standing it has, None where that is the refusal of a word ("will not help"). `certainty` is one
    of `tables.CERTAINTIES`, `certainty_reason` one plain sentence why, `basis` who read it off, one
    of `tables.RELATION_BASES`.
    """

    source: str
    target: str
    head: int | None
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    event_type: str
    quad: str
    tone: float
    standing: Standing
    parties: tuple[Party, ...] = ()
    certainty: str = "moderate"
    certainty_reason: str = NOT_WEIGHED
    basis: str = "grammar"


@dataclass(frozen=True, slots=True)
class Published:
    """The article's own date as known to the components.

    Attributes:
        date: ISO date, when stated or given.
        basis: As in table `articles`.
        earliest: ISO bound, when inferred.
        latest: ISO bound, when inferred.
        evidence: One sentence for each piece of evidence for an inferred date.
    """

    date: str | None = None
    basis: str = "unknown"
    earliest: str | None = None
    latest: str | None = None
    evidence: tuple[str, ...] = ()
