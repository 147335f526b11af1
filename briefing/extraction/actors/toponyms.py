"""Which capitalised names are places: evidence around each, put together over the article.

A name that is a place once ("in Ashford", "Ashford police", "Ashford, Kent") is one wherever it
stands in the article, whatever the model takes it for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log10

from spacy.tokens import Doc, Token

from briefing.reference.ambiguous import ambiguous
from briefing.reference.gazetteer import Match
from briefing.reference.place_cues import PlaceCues, place_cues
from briefing.reference.places import places_named
from briefing.reference.roles import titles

_WORD = (
    r"(?:(?:St|Ste|Ft|Mt)\.|(?:(?:al|el|Al|El|as|Ar|Es)-)?"
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚ][A-Za-zÀ-ɏḀ-ỿ]*(?:'[A-Z][a-zà-ÿ]+)?)"
)
_PARTICLE = r"(?:de|del|do|da|dos|la|las|los|le|les|on|upon|el|al|sur|am|im|en|of|the|and)"
_RUN = re.compile(rf"(?<![\w'@]){_WORD}(?:(?:[ \n]\s{{0,16}}|-)(?:{_PARTICLE}[ -]){{0,2}}{_WORD})*")
_PIECE = re.compile(rf"{_WORD}(?![a-z])")
_BIG = 150_000

PLACE = 1.0
"""From this much evidence for one of its occurrences on, a name is a place's."""
_PERSON = -1.4


@dataclass(frozen=True, slots=True)
class Toponym:
    """One occurrence of a place's name.

    Attributes:
        start: Offset.
        end: Its end.
        name: The name as the reference writes it.
        score: The evidence at this occurrence.
        local: The part of it that speaks of a place of everyday life ("Athens police").
    """

    start: int
    end: int
    name: str
    score: float
    local: float


class Surroundings:
    """What stands before and after a stretch of text, looked up fast."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self._token_at = {token.idx: token.i for token in doc}
        self._ents: dict[int, tuple[str, int, int]] = {}
        for ent in doc.ents:
            for position in range(ent.start, ent.end):
                self._ents[position] = (ent.label_, ent.start_char, ent.end_char)

    def token(self, start: int) -> Token | None:
        """Return the token that begins at an offset."""
        index = self._token_at.get(start)
        return None if index is None else self.doc[index]

    def entity(self, start: int) -> tuple[str, int, int] | None:
        """Return label, start and end of the model's entity at an offset."""
        index = self._token_at.get(start)
        return None if index is None else self._ents.get(index)

    def before(self, start: int, back: int = 1) -> Token | None:
        """Return the `back`-th token before an offset, within the sentence's line."""
        index = self._token_at.get(start)
        if index is None or index - back < 0:
            return None
        token = self.doc[index - back]
        return token if not token.is_space else self.before(start, back + 1)


def toponyms(doc: Doc, matches: Sequence[Match], around: Surroundings) -> dict[str, list[Toponym]]:
    """Return the occurrences of each name that is a place's and that the reference's does not hold.

    "He left Ashford. The Ashford police …": both are places.
    """
    taken = _covered(matches)
    seen: dict[str, list[Toponym]] = defaultdict(list)
    for found in _occurrences(around.text, taken, around, matches):
        seen[found.name].append(found)
    decided = {
        name: found for name, found in seen.items() if max(item.score for item in found) >= PLACE
    }
    return {
        name: [item for item in found if item.score > _PERSON] for name, found in decided.items()
    }


def _covered(matches: Sequence[Match]) -> set[int]:
    return {
        position
        for match in matches
        if match.names[0].kind not in ("weapon", "agreement")
        for position in range(match.start, match.end)
    }


def _occurrences(
    text: str, taken: set[int], around: Surroundings, matches: Sequence[Match]
) -> Iterator[Toponym]:
    cues = place_cues()
    stated = {match.start for match in matches if _states(match)}
    for run in _RUN.finditer(text):
        words = [
            (piece.start() + run.start(), piece.end() + run.start())
            for piece in _PIECE.finditer(run[0])
        ]
        position = 0
        while position < len(words):
            start = words[position][0]
            if start in taken:
                position += 1
                continue
            found = _longest(text, words[position:], taken, cues)
            if found is None:
                position += 1
                continue
            length, name = found
            end = words[position + length - 1][1]
            following = words[position + length] if position + length < len(words) else None
            opening = position == 0 or not text[words[position - 1][1] : start].strip(" \n")
            score, local = _evidence(
                text, (start, end), name, following, position > 0 and opening, around, stated
            )
            yield Toponym(start, end, name, score, local)
            position += length


def local_evidence(start: int, end: int, around: Surroundings) -> float:
    """Tell how much speaks of a place of everyday life: "Athens police", "a man, 31, of Athens"."""
    text = around.text
    _, local = _before(around.before(start), around, start, 0.0, place_cues())
    word = re.split(r"[^\w]", text[end : end + 24].lstrip(" -"), maxsplit=1)[0].lower()
    if text[end : end + 1] in (" ", "-") and word in place_cues().after:
        local += 1.0
    return local


def _states(match: Match) -> bool:
    name = match.names[0]
    return name.kind in ("country", "place") and name.form in ("name", "short-name")


def _longest(
    text: str, words: Sequence[tuple[int, int]], taken: set[int], cues: PlaceCues
) -> tuple[int, str] | None:
    for length in range(min(5, len(words)), 0, -1):
        start, end = words[0][0], words[length - 1][1]
        if any(words[offset][0] in taken for offset in range(length)):
            continue
        name = " ".join(text[start:end].split())
        if name.isupper() and len(name) > 3:
            name = name.title()
        if is_place_name(name, length, cues):
            return length, name
    return None


def is_place_name(name: str, length: int, cues: PlaceCues) -> bool:
    """Tell whether a name is, or is made like, a place's: "Leeds", "Essex County"."""
    if name in titles() or name.lower() in cues.after:
        return False
    if places_named(name):
        return True
    if length < 2:
        return False
    first, last = name.split(" ")[0], name.rsplit(" ", 1)[-1]
    return last in cues.areas or first in cues.openings


def _evidence(
    text: str,
    at: tuple[int, int],
    name: str,
    following: tuple[int, int] | None,
    inside: bool,
    around: Surroundings,
    stated: set[int],
) -> tuple[float, float]:
    """Add up what speaks for a place and against it; the second figure is the local part."""
    cues = place_cues()
    start, end = at
    people = max(places_named(name).values(), default=0)
    score = (log10(people + 10) - 4) / 4 if people else 0.0
    if name.split(" ")[-1] in cues.areas or name.split(" ")[0] in cues.openings:
        score += 1.2
    if name in ambiguous().common_words:
        score -= 0.8
    local = 0.0
    before = around.before(start)
    if not inside:
        score, local = _before(before, around, start, score, cues)
    after = text[end : end + 24]
    if following is not None and following[0] - end < 3:
        word = text[following[0] : following[1]].lower()
        if text[end] == "-":
            score += 0.1
        elif word in cues.after:
            score += 0.9
            local += 1.0
        else:
            score -= 0.9
    else:
        word = re.split(r"[^\w]", after.lstrip(" -"), maxsplit=1)[0]
        if after[:1] in (" ", "-") and word in cues.after:
            score += 0.9
            local += 1.0
        if after.startswith((", ", " (")) and end + 2 in stated:
            score += 2.0
        if _dateline(text, start, after):
            score += 1.5
    return score + _model(around, start, end), local


def _before(
    before: Token | None, around: Surroundings, start: int, score: float, cues: PlaceCues
) -> tuple[float, float]:
    local = 0.0
    if before is None:
        return score, local
    word = before.lower_
    if word == "of":
        earlier = around.before(start, 2)
        if earlier is not None and (
            earlier.lower_ in cues.settlement
            or earlier.ent_type_ == "PERSON"
            or earlier.text == ","
        ):
            return score + 1.2, 1.0
        return score + cues.before["of"], local
    if word in ("the", "a", "an"):
        return score - 0.1, local
    if word in cues.before:
        return score + cues.before[word], local
    if word.rstrip(".") in ("mr", "mrs", "ms", "dr", "sir", "lord", "rev", "sen", "gov", "rep"):
        return score - 2.0, local
    if before.pos_ == "PROPN" and before.text[:1].isupper() and before.text.lower() in _titles():
        return score - 1.5, local
    return score, local


def _titles() -> Mapping[str, str]:
    return titles()


def _dateline(text: str, start: int, after: str) -> bool:
    """Tell whether a name opens a report: "LEEDS (AP) - ", "Leeds - Police said"."""
    opens = start == 0 or text[:start].rstrip(" ")[-1:] in ("\n", ".") or start < 3
    return (
        opens
        and re.match(r"(, [A-Z][\w.]+)? ?(\([A-Z]\w+\) ?)?(--|-|\u2014)[ A-Z]", after) is not None
    )


def _model(around: Surroundings, start: int, end: int) -> float:
    """Weigh what the model takes the name for."""
    found = around.entity(start)
    if found is None:
        return 0.0
    label, begin, stop = found
    whole = begin >= start - 4 and stop <= end + 2
    if label == "GPE":
        return 1.0 if whole else 0.5
    if label in ("LOC", "FAC"):
        return 0.7 if whole else 0.3
    if label == "PERSON":
        return -0.6 if whole else -1.0
    if label in ("DATE", "TIME", "MONEY", "LANGUAGE"):
        return -3.0
    return -0.3 if label in ("WORK_OF_ART", "LAW", "PRODUCT") else 0.0
