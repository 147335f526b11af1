"""How settled an event is by its sentence's own words: open, called off, put off to another day.

"may", "is expected", "planned" leave it open; "called off" and "postponed" say more. Only what is
said of the event itself counts: "They cancelled the debt before the summit" leaves the summit be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from spacy.tokens import Token

from briefing.extraction.doc import text_of
from briefing.reference.calendar_words import BORDER, calendar_words
from briefing.reference.event_words import event_words


@dataclass(frozen=True, slots=True)
class Status:
    """How settled an event is.

    Attributes:
        status: One of `tables.EVENT_STATUSES`.
        words: The words of its sentence that say so; None for what is firm or planned.
    """

    status: str
    words: str | None = None


FIRM = Status("firm")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASIDE = re.compile(r"\s*,[^,]*,")
_BETWEEN = re.compile(r"\bbetween\b.*?\band\b")
_NEAR = 4
"""Words before one by which an event is off, in which a "not" is said of it."""


def status_of(head: Token, start: int, end: int, tense: str, date_text: str | None) -> Status:
    """Return how settled an event is; what lies ahead and is firm is planned.

    Args:
        head: Its verb or noun.
        start: Where its words begin in the text.
        end: Where they end in the text.
        tense: Its tense: past, ongoing or upcoming.
        date_text: The words that date it.
    """
    sentence = head.sent
    first = sentence.start_char
    found = certainty(text_of(sentence), max(start - first, 0), end - first, tense, date_text)
    return Status("planned") if found == FIRM and tense == "upcoming" else found


def certainty(
    sentence: str, start: int, end: int, tense: str = "upcoming", date_text: str | None = None
) -> Status:
    """Return how firm an event is by its sentence.

    "The two leaders may meet in Oslo on 3 June": tentative, may. "The talks were called off":
    cancelled. But in "They may meet after the vote on 3 June" the vote is firm.

    Args:
        sentence: The sentence.
        start: Where the event begins in it.
        end: Where it ends in it.
        tense: The event's: past, ongoing or upcoming.
        date_text: The words that date it: in "postponed to 10 June" 10 June is firm.
    """
    found = _off(sentence, start, end, tense, date_text)
    if found is not None:
        return found
    word = _tentative_word(sentence, start, end, tense)
    return Status("tentative", word) if word else FIRM


def _off(sentence: str, start: int, end: int, tense: str, date_text: str | None) -> Status | None:
    """Return how an event is off: by whom, by an adjective, by a passive, by not taking place."""
    before = BORDER.split(sentence[:start])[-1]
    span = sentence[start:end]
    after = sentence[end:]
    for found in (
        _by_somebody(before, after, sentence[start:]),
        _in_its_words(before, span, after) if tense != "past" else None,
        _in_passive(before, after),
        _not_held(before, after),
    ):
        if found is not None:
            level, word, prior, rest = found
            return _judged(level, word, prior, rest, date_text)
    return None


_Found = tuple[str, str, str, str]
"""How an event is off, the word that says it, the words before that word, and those after it."""


def _by_somebody(before: str, after: str, rest: str) -> _Found | None:
    """Find who calls it off: "Peru postponed the vote", "called the talks off"."""
    for match in reversed(list(_forms().finditer(before))):
        if _reaches(before[match.end() :]):
            return _level(match[0]), match[0], before[: match.start()], rest
    for match in reversed(list(_verbs_apart().finditer(before))):
        particle = re.match(r"(?:\s+[\w’']+){0,2}?\s+(off|back)\b", after)
        whole = f"{match[0]} {particle[1]}" if particle else ""
        if _forms().fullmatch(whole) and _reaches(before[match.end() :]):
            return _level(whole), whole, before[: match.start()], rest
    return None


def _in_its_words(before: str, span: str, after: str) -> _Found | None:
    """Find it in the event's own words: "cancelled talks", "Peru postponed the vote"."""
    match = _forms().search(span)
    if match is None:
        return None
    level, rest = _level(match[0]), span[match.end() :] + after
    prior = before + span[: match.start()]
    if not span[: match.start()].strip():
        # What was postponed has its new day beside it.
        return (level, match[0], prior, rest) if level == "cancelled" else None
    held = takewhile(lambda word: word.lower() not in calendar_words().links, _words(rest))
    if any(_is_event(word) for word in held) or _PASSIVE.search(span[: match.start()]):
        return level, match[0], prior, rest
    return None


def _in_passive(before: str, after: str) -> _Found | None:
    """Find it after the event: "The talks on 3 June were called off"."""
    clause, match = _clause_until(after, _passive())
    if match is None:
        return None
    between = _BETWEEN.sub("", clause[: match.start()])
    words = [word.lower() for word in _words(between)]
    if words and words[0] in ("that", "which"):
        words = words[1:]
    if set(words) & calendar_words().stops_after:
        return None
    word = match["word"]
    return _level(word), word, f"{before} {clause[: match.start('word')]}", clause[match.end() :]


def _not_held(before: str, after: str) -> _Found | None:
    """Find that it does not take place: "The vote on 3 June will not take place"."""
    clause, match = _clause_until(after, _not_taking_place())
    if match is None:
        return None
    words = {word.lower() for word in _words(_BETWEEN.sub("", clause[: match.start()]))}
    if words & calendar_words().stops_after:
        return None
    return "cancelled", match[0], before + clause[: match.start()], clause[match.end() :]


def _clause_until(after: str, pattern: re.Pattern[str]) -> tuple[str, re.Match[str] | None]:
    aside = _ASIDE.match(after)
    text = after[aside.end() :] if aside else after
    clause = BORDER.split(text, maxsplit=1)[0]
    return clause, pattern.search(clause)


def _judged(level: str, word: str, prior: str, rest: str, date_text: str | None) -> Status:
    """Say how firm an event is for what is said of its being off: "could be cancelled"."""
    words, off = list(_words(prior)), calendar_words()
    for near in words[-_NEAR:]:
        if near.lower() in off.negations or near.endswith(("n't", "n’t")):
            return FIRM
    for found, following in pairwise([*words, ""]):
        aimed = found.lower() in off.aims and following == "to"
        if found != "May" and (aimed or found.lower() in off.doubts):
            return Status("tentative", found)
    moved = date_text and re.search(rf"\b(?:to|until|till)\s+{re.escape(date_text)}", rest)
    return FIRM if level == "postponed" and moved else Status(level, word)


def _reaches(gap: str) -> bool:
    """Say whether what stands between verb and event is but part of naming it."""
    words = [word.lower() for word in _words(gap)]
    off = calendar_words()
    for place, word in enumerate(words):
        if word not in off.links:
            continue
        if word in ("of", "for") and place and words[place - 1] in off.carriers:
            continue
        return False
    return len(words) <= 2 * _NEAR


def _is_event(word: str) -> bool:
    nouns = event_words().nouns
    lower = word.lower()
    return lower in nouns or (lower.endswith("s") and lower[:-1] in nouns)


def _level(word: str) -> str:
    return "cancelled" if word.lower() in calendar_words().cancelled else "postponed"


_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+|now\s+)?$")


@cache
def _forms() -> re.Pattern[str]:
    words = sorted([*calendar_words().cancelled, *calendar_words().postponed], key=len)
    return re.compile(rf"\b(?:{'|'.join(reversed(words))})\b", re.IGNORECASE)


@cache
def _verbs_apart() -> re.Pattern[str]:
    """Match the verbs that a particle follows: "called the talks off"."""
    words = [*calendar_words().cancelled, *calendar_words().postponed]
    verbs = {word.split()[0] for word in words if word.endswith((" off", " back"))}
    return re.compile(rf"\b(?:{'|'.join(sorted(verbs))})\b", re.IGNORECASE)


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+|now\s+|again\s+|also\s+)?"
        rf"(?P<word>{_forms().pattern})",
        re.IGNORECASE,
    )


@cache
def _not_taking_place() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:will|would|did|does|do|is|are|was|were|has|have)\s+(?:not|never|no longer)"
        r"|\w+n['’]t|never)\s+(?:now\s+)?"
        rf"(?:{'|'.join(calendar_words().not_held)})\b",
        re.IGNORECASE,
    )


def _tentative_word(sentence: str, start: int, end: int, tense: str) -> str | None:
    """Return the word that leaves an event open, as the sentence has it; None when it is firm."""
    words = calendar_words()
    opening = words.past if tense == "past" else words.open_words
    before = list(_words(BORDER.split(sentence[:start])[-1]))
    reaching = takewhile(lambda word: word.lower() not in words.stops_before, reversed(before))
    for word in [*reaching, *_words(sentence[start:end])]:
        if _opens(word, opening):
            return word
    after = BORDER.split(sentence[end:], maxsplit=1)[0]
    return _said_after(after, opening)


def _said_after(clause: str, opening: Iterable[str]) -> str | None:
    words = calendar_words()
    for match in _WORD.finditer(clause):
        word = match[0]
        if word.lower() in words.stops_after:
            return None
        if not _opens(word, opening):
            continue
        rest = clause[match.end() :].split()
        modal = word in ("may", "might", "could")
        if not (modal or rest[:1] == ["to"]):
            return word
        verb = " ".join(rest[0 if modal else 1 :])
        if any(re.match(rf"(?:not |still )?{held}\b", verb) for held in words.held):
            return word
    return None


def _opens(word: str, opening: Iterable[str]) -> bool:
    # With a capital, May is the month.
    return word != "May" and word.lower() in opening


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))
