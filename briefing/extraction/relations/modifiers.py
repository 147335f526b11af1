"""Names before a noun that do not make it act: "pro-Danish", "LIMA - She", "the Geneva talks"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.actors.model import span_at
from briefing.extraction.doc import entity_at, mention_at, mention_of
from briefing.extraction.grammar_words import NOMINAL, NOUN_MODIFIERS
from briefing.extraction.headlines import is_headline
from briefing.extraction.relations.lexicon import entries
from briefing.reference.ambiguous import ambiguous
from briefing.reference.private import private
from briefing.reference.verbs import verbs

PARTICIPLES = ("VBN", "VBD", "VBG")
_UNLIKE = (
    "pro",
    "anti",
    "non",
    "ex",
    "made",
    "built",
    "backed",
    "based",
    "designed",
    "occupied",
    "controlled",
    "born",
    "held",
    "language",
    "speaking",
    "style",
    "type",
    "era",
)


def hyphenated(token: Token) -> bool:
    """Say whether a hyphen makes a name mean another: "pro-Danish", "Danish-built".

    "Danish-led" means the Danes; a "Danish-American" is American.
    """
    doc = token.doc
    if token.i >= 2 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ in _UNLIKE:
        return True
    if token.i + 2 >= len(doc) or doc[token.i + 1].text != "-":
        return False
    after = doc[token.i + 2]
    joined = token.text in ambiguous().combining_forms  # "Sino-American ties"
    person = after.lower_ in ("american", "americans") and token.tag_ == "JJ" and not joined
    if after.pos_ == "ADJ" and mention_of(after) is None and not joined:
        return True
    return (
        person or after.lower_ in _UNLIKE or (after.tag_ in PARTICIPLES and after.lower_ != "led")
    )


def dateline(name: Token) -> bool:
    """Say whether a dash parts a name from its noun: "LIMA - Ann Lund arrived"."""
    between = name.doc[name.i + 1 : name.head.i]
    return any(token.text in ("-", "--", "—") and token.nbor(-1).whitespace_ for token in between)


def placed(name: Token) -> bool:
    """Say whether a town before an act only says where: "the Geneva talks", "the Paris accord"."""
    entity = entity_at(name)
    town = entity is not None and entity.kind == "place" and name.pos_ == "PROPN"
    return town and name.head.pos_ == "NOUN" and bool(entries(name.head))


def struck(name: Token) -> bool:
    """Say whether a bare name says where the place is that a deed struck.

    "The Peru airport shooting", "the Kenya embassy bombing": nobody says who did it. Not "the
    Peruvian attack on the airport", nor "the Peru army attack".
    """
    mention = mention_at(name)
    if name.dep_ not in NOUN_MODIFIERS or name.pos_ != "PROPN" or mention is None:
        return False
    deed = name.head.head if name.head.dep_ == "compound" else name.head
    between = name.doc[name.i + 1 : deed.i]
    return (
        mention.form != "demonym"
        and bool(entries(deed))
        and any(token.lemma_.lower() in verbs().spoken["places"] for token in between)
    )


_RUN = 3
"""So many capitalised words after a name may make a longer one of it (set by hand)."""


def inside_name(token: Token) -> bool:
    """Say whether a place's or a people's name is part of a longer one that is no state's.

    "The Vienna Convention", "the Moscow Times", "the Treaty of Lisbon", "the Gulf of Mexico".
    """
    doc = token.doc
    mention = mention_at(token)
    if mention is None or not mention.entity_id.startswith(("country:", "place:")):
        return False
    span = span_at(doc, mention.start, mention.end)
    words = private()
    of = doc[span.start - 1] if span.start > 1 else None
    if of is not None and of.lower_ == "of" and of.nbor(-1).text in words.names_before:
        return True
    run = 1 if in_headline(token) else _RUN
    for after in doc[span.end : span.end + run]:
        if not after.text[:1].isupper() or after.pos_ not in (*NOMINAL, "ADJ"):
            return False
        if after.text in words.names_after:
            return True
    return False


def in_headline(token: Token) -> bool:
    """Say whether a word stands in a headline in title case, where capitals tell nothing."""
    return is_headline(token.sent.text)


def is_office(name: str) -> bool:
    """Say whether a body's name is one of a state's: "Peru's Coast Guard", not a club's or firm's.

    "Bank of Peru" is a central bank's, but a few like it are firms.
    """
    words = private()
    low = name.lower()
    parts = set(low.split())
    if parts & words.no_offices or low in words.no_offices:
        return False
    return bool(parts & words.offices) or low.startswith("bank of ")
