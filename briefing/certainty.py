"""Whether a sentence's own words leave an event open, or say that it is off.

"may", "is expected", "planned" leave it open; "called off" and "postponed" say more. Only what is
said of the event itself counts: "They cancelled the debt before the summit" leaves the summit be.
The words alone are read, so that it costs nothing where the rows are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any, Literal

from briefing.reference.calendar_words import calendar_words
from briefing.reference.event_words import event_words

Level = Literal["firm", "tentative", "cancelled", "postponed"]


@dataclass(frozen=True, slots=True)
class Certainty:
    """How firm an event is, and the word of its sentence that says so."""

    level: Level
    word: str | None = None


FIRM = Certainty("firm")

_BORDER = re.compile(r"[,;:()“”\"—–\n]|\s-\s|``|''|\.\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASIDE = re.compile(r"\s*,[^,]*,")
_BETWEEN = re.compile(r"\bbetween\b.*?\band\b")
_NEAR = 4
"""Words before one by which an event is off, in which a "not" is said of it."""


def certainty_of(row: Mapping[str, Any]) -> Certainty:
    """Read how firm an event is.

    Args:
        row: A row of `queries.events`.
    """
    sentence, date_text = row["sentence_text"], row.get("date_text")
    if not isinstance(sentence, str):
        return FIRM
    base = int(row["sentence_start"])
    start, end = max(int(row["start"]) - base, 0), max(int(row["end"]) - base, 0)
    dated = date_text if isinstance(date_text, str) else None
    return certainty(sentence, start, end, row["tense"], dated)


def certainty(
    sentence: str, start: int, end: int, tense: str = "upcoming", date_text: str | None = None
) -> Certainty:
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
    return Certainty("tentative", word) if word else FIRM


def unsaid_word(text: str, cue_start: int) -> str | None:
    """Return the word by which something is only perhaps said; None where it is said.

    "Berg is expected to say", "she may have told": expected, may. What "a possible rival said" is
    said.

    Args:
        text: The article's text.
        cue_start: Where its word of saying begins.
    """
    clause = _BORDER.split(text[:cue_start])[-1]
    match = _MAY_SAY.search(clause) or _about_to_say().search(clause)
    return None if match is None or match[1] == "May" else match[1]


def bare_title(title: str) -> str:
    """Return a title without what "Next:" says already: "Upcoming vote in Peru", "Vote in Peru"."""
    first, _, rest = " ".join(title.split()).partition(" ")
    if not rest or first.lower() not in calendar_words().ahead:
        return " ".join(title.split())
    return rest[:1].upper() + rest[1:]


def _off(
    sentence: str, start: int, end: int, tense: str, date_text: str | None
) -> Certainty | None:
    """Return how an event is off: by whom, by an adjective, by a passive, by not taking place."""
    before = _BORDER.split(sentence[:start])[-1]
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


_Found = tuple[Level, str, str, str]
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
    clause = _BORDER.split(text, maxsplit=1)[0]
    return clause, pattern.search(clause)


def _judged(level: Level, word: str, prior: str, rest: str, date_text: str | None) -> Certainty:
    """Say how firm an event is for what is said of its being off: "could be cancelled"."""
    words, off = list(_words(prior)), calendar_words()
    for near in words[-_NEAR:]:
        if near.lower() in off.negations or near.endswith(("n't", "n’t")):
            return FIRM
    for found, following in zip(words, [*words[1:], ""], strict=True):
        aimed = found.lower() in off.aims and following == "to"
        if found != "May" and (aimed or found.lower() in off.doubts):
            return Certainty("tentative", found)
    moved = date_text and re.search(rf"\b(?:to|until|till)\s+{re.escape(date_text)}", rest)
    return FIRM if level == "postponed" and moved else Certainty(level, word)


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


def _level(word: str) -> Level:
    return "cancelled" if word.lower() in calendar_words().cancelled else "postponed"


_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+|now\s+)?$")


_MAY_SAY = re.compile(
    r"\b(may|might|could)\s+(?:(?:have|also|well|still|yet|then|not|be|\w+ly)\s+)*$", re.IGNORECASE
)


@cache
def _about_to_say() -> re.Pattern[str]:
    words = "|".join(sorted(calendar_words().open_words))
    return re.compile(rf"\b({words})\s+to\s+(?:(?:also|\w+ly)\s+)?$", re.IGNORECASE)


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
    before = list(_words(_BORDER.split(sentence[:start])[-1]))
    reaching = takewhile(lambda word: word.lower() not in words.stops_before, reversed(before))
    for word in [*reaching, *_words(sentence[start:end])]:
        if _opens(word, opening):
            return word
    after = _BORDER.split(sentence[end:], maxsplit=1)[0]
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
