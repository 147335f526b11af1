"""The two sides of a denial, by their words: who is named, what is a claim, what points back."""

from __future__ import annotations

import re

from briefing.reference.standing import standing_words

CLAIMING = ("says", "warns", "condemns", "confirms")
"""Acts of quotations that claim something."""

_ENTITY = re.compile(r"[a-z]+:\S+")
MOST_WORDS = 8
"""A side of more words than these is no name, but a clause."""


def is_named(holders: str | None) -> bool:
    """Say whether those who claim or deny something are named, so that they can be printed.

    Entities, and descriptions such as "the ministry"; not "that", "nobody", "some", a clause.

    Args:
        holders: Entity ids or words, "; " between.
    """
    return bool(holders) and all(map(is_name, str(holders).split("; ")))


def is_name(holder: str) -> bool:
    """Say whether an entity id, or words, name one who claims or denies something."""
    if _ENTITY.fullmatch(holder):
        return True
    words = holder.casefold().split()
    if not words or len(words) > MOST_WORDS or any(sign in holder for sign in ':;?"“”'):
        return False
    return words[0] not in NOBODY and (len(words) > 1 or words[0] not in NAMELESS)


NOBODY = {"no", "nobody", "none", "neither", "few", "reports", "claims", "whether"}
"""Words that begin no name of a side."""

NAMELESS = {
    "that", "this", "it", "which", "who", "what", "he", "she", "they", "we", "i", "you", "one",
    "some", "many", "others", "each", "both", "all", "everybody", "everyone", "somebody",
}  # fmt: skip
"""Single words that name nobody."""


def is_claim(cue: str | None) -> bool:
    """Say whether a cue is a noun for a claim: "US **claims** that …"."""
    nouns = standing_words()["denied"]["claims"]
    return any(form in nouns for form in _singulars((cue or "").casefold()))


def points_back(content: str | None) -> bool:
    """Say whether what is denied was told before: "the accusation", "these deals", "it".

    Not what is told anew: "the claim that it had fired", "the party's orthodoxy".
    """
    denied = standing_words()["denied"]
    words = re.findall(r"[\w’'-]+", (content or "").casefold())
    if not words or len(words) > SHORT:
        return False
    if len(words) == 1:
        return words[0] in denied["pronouns"]
    if words[0] in POINTING or words[:2] == ["any", "such"]:
        return not {"that", "which", "who"} & set(words[1:])
    noun = words[: words.index("as")] if "as" in words else words
    return noun[:1] in (["the"], ["that"], ["all"]) and any(
        form in denied["claims"] for form in _singulars(noun[-1])
    )


POINTING = ("this", "these", "those", "such")
"""Words that point back at what follows them."""

SHORT = 6
"""So many words at most point back."""


def _singulars(word: str) -> tuple[str, ...]:
    return (word, word.removesuffix("s"), re.sub("ies$", "y", word))
