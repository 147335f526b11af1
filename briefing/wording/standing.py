"""How far something told is so, in words: who claims it, who denies it, on what it depends.

The one place for these words: screens and files say with them how relations and events stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from briefing.reference.standing import standing_words
from briefing.tables import NOT_SO, OFF
from briefing.wording.conditions import condition_words
from briefing.wording.signs import STANDINGS, STATUSES, Sign
from briefing.wording.speakers import holders
from briefing.wording.words import cell_value

Row = Mapping[str, Any]

_NEGATED = {
    "past": "Did not happen",
    "ongoing": "Is not happening",
    "upcoming": "Will not happen",
}
"""What is negated, of an event; of a relation the sign's own word holds."""

_CLAIMS = ("attributed", "denied", "disputed")
"""Standings of which somebody is said to claim it; of others it is so according to somebody."""

_DENYING = {
    "no", "not", "never", "neither", "nor", "none", "without", "hardly", "barely", "scarcely",
    "almost", "nearly", "fail", "fails", "failed", "refuse", "refuses", "refused",
    "decline", "declines", "declined",
}  # fmt: skip
"""Words of a title that itself says that something is not so."""


@dataclass(frozen=True, slots=True)
class Held:
    """How a relation or an event stands.

    Attributes:
        standing: One of `tables.STANDINGS`.
        claimed_by: Who claims it, in words; None where nobody is named.
        denied_by: Who denies it, in words.
        condition: On what it depends, in the article's words.
        status: Of an event, one of `tables.EVENT_STATUSES`.
        words: The words of its sentence that give it its status.
        tense: Of an event, one of `tables.TENSES`; None of a relation.
    """

    standing: str
    claimed_by: str | None = None
    denied_by: str | None = None
    condition: str | None = None
    status: str = "firm"
    words: str | None = None
    tense: str | None = None

    @property
    def not_so(self) -> bool:
        """Whether it is denied, disputed or negated; what is off is off and not that."""
        return self.standing in NOT_SO and self.status not in OFF

    @property
    def open(self) -> bool:
        """Whether it is only possible, on a condition, not firm, or put off."""
        tentative = self.status in ("tentative", "postponed")
        return not self.not_so and (tentative or self.standing in ("possible", "conditional"))

    @property
    def plain(self) -> bool:
        """Whether the article itself says it and nothing is open."""
        settled = self.standing in ("asserted", "expected") and self.status not in STATUSES
        return settled and self.claimed_by is None


def held_of(row: Row) -> Held:
    """Read how a row of `queries.events` or `queries.relations` stands."""
    return Held(
        standing=str(row["standing"]),
        claimed_by=_holders(row, "attributed_to"),
        denied_by=_holders(row, "denied_by"),
        condition=cell_value(row.get("condition")),
        status=str(cell_value(row.get("status")) or "firm"),
        words=cell_value(row.get("status_words")),
        tense=cell_value(row.get("tense")),
    )


def line_of(held: Held) -> Literal["solid", "dash", "dot"]:
    """Return the line that something is drawn with: dotted what is not so, dashed what is open."""
    if held.not_so:
        return "dot"
    if held.tense is None:
        return STANDINGS[held.standing].line
    return "dash" if held.open else "solid"


def marks(held: Held) -> tuple[Sign, ...]:
    """Return the badges of a relation or an event; none where the article plainly says it.

    "Not certain (“may”)" and "Claimed"; what is off needs no further mark than a claimant's.
    """
    standing = STANDINGS[held.standing]
    status = STATUSES.get(held.status)
    found: list[Sign] = []
    if status is not None and held.status in OFF:
        found.append(status)
    elif held.not_so:
        found.append(Sign(_word(held), standing.icon))
    elif held.standing in ("possible", "conditional"):
        found.append(Sign(_quoting(standing.word, held), standing.icon))
    elif status is not None:
        found.append(Sign(_quoting(status.word, held), status.icon, status.badge))
    elif held.standing == "expected" and held.tense is None:
        found.append(Sign(standing.word, standing.icon))
    if held.standing == "attributed":
        found.append(Sign(standing.word, standing.icon))
    return tuple(found)


def notes(held: Held) -> tuple[str, ...]:
    """Say beside the badges who claims it, who denies it and on what it depends, each for itself.

    ("claimed by the rebels", "denied by Peru", "if it rains")
    """
    return tuple(_parts(held).values())


def note(held: Held) -> str:
    """Say the same in one line; "" for nothing."""
    return " · ".join(notes(held))


def said(held: Held) -> str:
    """Say everything in one line: "Claimed by the rebels"; "" where the article plainly says it.

    "Denied by Peru · claimed by Chile", "Not certain (“plans”) · according to Peru", "If it rains".
    """
    parts = _parts(held)
    own = _OWN.get(held.standing, "")
    words = [sign.word for sign in marks(held)]
    if own in parts and STANDINGS[held.standing].word in words:
        # "Claimed · claimed by Peru" would say it twice.
        words[words.index(STANDINGS[held.standing].word)] = parts.pop(own)
    line = " · ".join((*words, *parts.values()))
    return line[:1].upper() + line[1:]


_OWN = {"attributed": "claim", "denied": "denial", "conditional": "condition"}
"""The part of the note that says the same as the badge of a standing, and more."""


def _parts(held: Held) -> dict[str, str]:
    found = {}
    if held.claimed_by:
        claims = held.standing in _CLAIMS
        found["claim"] = f"{'claimed by' if claims else 'according to'} {held.claimed_by}"
    if held.denied_by:
        found["denial"] = f"denied by {held.denied_by}"
    if held.condition:
        found["condition"] = condition_words(held.condition)
    return found


def label(held: Held) -> str:
    """Return the words that stand before a title in a drawing: "Claimed"; "" for none."""
    found = marks(held)
    if found and held.standing == "conditional" and held.status not in OFF:
        return "On a condition"
    return found[0].word.partition(" (“")[0] if found else ""


def title_label(title: str, held: Held) -> str:
    """Return the words that have to stand before a title, so that it is taken for no plain fact.

    "" before one whose own words say it: "Cancelled talks", "Peru may attack", "Peru failed to
    sign".
    """
    inside = {word.strip("“”‘’\"',.").lower() for word in title.split()}
    return "" if inside & _saying(held) else label(held)


def led_title(title: str, held: Held) -> str:
    """Return a title that says by itself how it stands: "Claimed: Army shelled Arica"."""
    words, before = " ".join(title.split()), title_label(title, held)
    return f"{before}: {words}" if before else words


def _saying(held: Held) -> set[str]:
    """Return the words of a title by which it says itself how it stands."""
    if held.not_so:
        return _DENYING if held.standing == "negated" else set()
    own = {*(held.words or "").lower().split(), label(held).lower()}
    lists = standing_words().get(held.standing, {})
    return own.union(*(lists.get(name, ()) for name in ("modals", "adverbs", "adjectives")))


def _word(held: Held) -> str:
    if held.standing == "negated" and held.tense is not None:
        return _NEGATED[held.tense]
    return STANDINGS[held.standing].word


def _quoting(word: str, held: Held) -> str:
    if held.standing == "conditional":
        return word if held.condition else "Only on a condition"
    return f"{word} (“{held.words}”)" if held.words and held.status == "tentative" else word


def _holders(row: Row, column: str) -> str | None:
    return holders(row.get(f"{column}_name") or row.get(column), row.get(column))
