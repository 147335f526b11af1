"""What a change is, and which articles are known and which are new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

import sqlalchemy as sa

from briefing.library.accounts.model import Told
from briefing.library.filter import Filter

Kind = Literal["version", "note", "date", "position", "gone", "article", "speaker", "relation"]
"""A newer version of an article, a correction that one carries, a date that moved, another position
of the same speaker, a relation that staff took out, a new article, speaker or relation."""

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        kind: What changed.
        about: Who or what: a title, a name, a pair of names.
        before: The words before; None where there were none.
        after: The words now; None where there are none any more.
        quad: The kind of a relation.
        by: Who took it out, "" for nobody.
        at: When.
    """

    kind: Kind
    about: str
    before: Told | None = None
    after: Told | None = None
    quad: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The articles before and within the time that is asked about, as selects of their ids."""

    flt: Filter
    since: str
    until: str
    old: sa.Select[Any]
    new: sa.Select[Any]
