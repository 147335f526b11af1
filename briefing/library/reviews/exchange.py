"""Decisions as a file that goes from one library to another: JSON Lines, one decision a line.

A pack tells of which articles a speaker is under the Chatham House Rule, and not who, so nobody
else can apply it. Whoever takes one over is told so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from pydantic import TypeAdapter, ValidationError

from briefing.access import Action, Deed
from briefing.errors import ReviewError
from briefing.library import schema
from briefing.library.chatham.rules import is_sealed
from briefing.library.reviews.adding import checked_value
from briefing.library.reviews.decision import UNDER_RULE, WHOLE, Decision, checked
from briefing.library.reviews.history import in_force
from briefing.library.reviews.holding import selected
from briefing.library.reviews.keeping import keep
from briefing.library.store import Library

_OFFSETS = range(2**31)


def export_reviews(
    library: Library, path: Path, write: Callable[[Path, bytes], object] = Path.write_bytes
) -> int:
    """Write every decision of a library to a file; return how many there are.

    Args:
        library: The library.
        path: The file.
        write: What writes it; its errors are raised.
    """
    with library.reading() as connection:
        decisions = selected(connection)
    lines = (json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in decisions)
    write(path, "".join(lines).encode())
    return len(decisions)


@dataclass(frozen=True, slots=True)
class Pack:
    """What a file of decisions holds.

    Attributes:
        decisions: The decisions, each once, in the order of the file.
        faults: One sentence for each line that could not be read as one.
    """

    decisions: tuple[Decision, ...]
    faults: tuple[str, ...]


def import_reviews(library: Library, path: Path) -> tuple[int, list[str]]:
    """Take decisions over from a file, as `read_pack` and `take_over` do.

    Returns:
        How many were new, and one sentence for each line that could not be taken.

    Raises:
        ReviewError: The file cannot be read.
    """
    pack = read_pack(path)
    return take_over(library, pack), list(pack.faults)


def not_under_rule(library: Library, pack: Pack) -> int:
    """Count the articles that have a speaker under the Chatham House Rule by a pack, and not here.

    Args:
        library: The library that the pack is taken over by.
        pack: The pack.
    """
    told = sorted(
        (each for each in pack.decisions if each.field == UNDER_RULE), key=lambda each: each.at
    )
    articles = {str(each.article_id) for each in in_force(told)}
    with library.reading() as connection:
        return sum(not is_sealed(connection, each) for each in articles)


def read_pack(path: Path) -> Pack:
    """Read a file of decisions.

    Raises:
        ReviewError: It cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(
            f"{path} cannot be read as a file of reviews ({error}); choose one that "
            "“reviews export” wrote."
        ) from error
    found: dict[str, Decision] = {}
    faults: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):  # a note may hold other ends
        if not line.strip():
            continue
        try:
            decision = _decision(line)
            found.setdefault(decision.review_id, decision)
        except ReviewError as error:
            faults.append(f"Line {number} was left out: {error}")
    return Pack(tuple(found.values()), tuple(faults))


def take_over(library: Library, pack: Pack) -> int:
    """Keep the decisions of a pack that the library does not have yet; return how many were new.

    Decisions on articles that are not in the library are kept and hold once the article is added.
    """
    found = {each.review_id: each for each in pack.decisions}
    deed = Deed(Action.CORRECT)
    with library.writing(deed) as connection:
        new = [found[each] for each in _unknown(connection, list(found))]
        keep(connection, new)
        deed.detail, deed.kept = f"{len(new)} decisions imported", bool(new)
    return len(new)


def waiting_decisions(library: Library, pack: Pack | None = None) -> int:
    """Count the decisions on articles that are not in the library; they hold once these are added.

    Args:
        library: The library.
        pack: The pack whose decisions are counted; None for all that the library has.
    """
    review = schema.reviews.c
    there = sa.select(schema.articles.c.article_id)
    missing = sa.and_(review.article_id.is_not(None), review.article_id.not_in(there))
    with library.reading() as connection:
        found = in_force(selected(connection, missing, review.field != UNDER_RULE))
    meant = {each.review_id for each in pack.decisions} if pack is not None else None
    return sum(meant is None or each.review_id in meant for each in found)


def _unknown(connection: sa.Connection, ids: list[str]) -> Iterator[str]:
    known = set(connection.scalars(sa.select(schema.reviews.c.review_id)))
    return (each for each in ids if each not in known)


def _decision(line: str) -> Decision:
    try:
        decision = _rows().validate_json(line, strict=True)
    except ValidationError as error:
        place = error.errors()[0]["loc"]
        raise ReviewError(
            f"its {place[0]} is not what it should be." if place else "it is no decision in JSON."
        ) from None
    if any(
        offset is not None and offset not in _OFFSETS for offset in (decision.start, decision.end)
    ):
        raise ReviewError("its start or end is not what it should be.")
    if decision.field == UNDER_RULE and decision.record == "articles":
        return decision  # it tells nobody who is under the rule, and is applied to nothing
    if decision.verdict == "corrected":
        value = checked(decision.record, decision.field, decision.value)
        decision = replace(decision, value=value)
    elif decision.verdict == "added" and decision.field == WHOLE:
        decision = replace(decision, value=checked_value(decision))
    elif decision.field != WHOLE:
        raise ReviewError("only a correction has a field of its own.")
    if (decision.record == "entities") != (decision.article_id is None):
        raise ReviewError("its article is missing.")
    return decision


@cache
def _rows() -> TypeAdapter[Decision]:
    return TypeAdapter(Decision)
