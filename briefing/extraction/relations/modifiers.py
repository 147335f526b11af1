"""Names before a noun that do not make it act: "pro-Danish", "LIMA - She", "the Geneva talks"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import mention_of
from briefing.extraction.relations.lexicon import entries

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
    person = after.lower_ in ("american", "americans") and token.tag_ == "JJ"
    if after.pos_ == "ADJ" and mention_of(after) is None:
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
    number = mention_of(name)
    if number is None:
        return False
    entity = name.doc._.entities.get(name.doc._.mentions[number].entity_id)
    town = entity is not None and entity.kind == "place" and name.pos_ == "PROPN"
    return town and name.head.pos_ == "NOUN" and bool(entries(name.head))
