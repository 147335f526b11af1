"""Who may do what: roles, what each may do, and who somebody is by what a sign-in says of them.

Pure rules: nothing here knows the server, the browser or the library. The library asks before it
reads and before it writes (library/database.py), so that no page can forget to.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from briefing.errors import AccessError
from briefing.settings import Settings

_LEEWAY = 60
"""Seconds by which the clock of whoever signs people in may be ahead."""

_WITHOUT_END = float("inf")


class Role(IntEnum):
    """What somebody may do; each may do all that the one before may."""

    READER = 1
    EDITOR = 2
    ADMINISTRATOR = 3

    @property
    def word(self) -> str:
        """The role in lower case, as screens, logs and the audit have it."""
        return self.name.lower()


class Action(StrEnum):
    """What can be done with a library; the values stand in the audit."""

    LOOK = "look"
    HAND_OUT = "hand out"
    SEEN = "mark as seen"
    ADD = "add"
    READ_AGAIN = "read again"
    CORRECT = "correct"
    SORT = "sort"
    DECK = "deck"
    REMOVE = "remove"
    PUT_BACK = "put back"
    PURGE = "delete for good"
    RESTORE = "restore"
    AUDIT = "audit"


_NEEDS = {
    Action.LOOK: Role.READER,
    Action.HAND_OUT: Role.READER,
    Action.SEEN: Role.READER,
    Action.ADD: Role.EDITOR,
    Action.READ_AGAIN: Role.EDITOR,
    Action.CORRECT: Role.EDITOR,
    Action.SORT: Role.EDITOR,
    Action.DECK: Role.EDITOR,
    Action.REMOVE: Role.ADMINISTRATOR,
    Action.PUT_BACK: Role.ADMINISTRATOR,
    Action.PURGE: Role.ADMINISTRATOR,
    Action.RESTORE: Role.ADMINISTRATOR,
    Action.AUDIT: Role.ADMINISTRATOR,
}
"""The least role for each: tags, markings and what is shown are SORT; decks and briefings DECK."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the library.

    Attributes:
        who: How the audit names them: what the sign-in knows them by, or an account of the machine.
        name: The name beside what they check and write; "" where nobody signs in and it is typed.
        role: What they may do.
        until: When their sign-in ends, in seconds since 1970.
    """

    who: str
    name: str
    role: Role
    until: float = _WITHOUT_END


@dataclass(slots=True)
class Deed:
    """What a write transaction does, for the check before it and the audit after it.

    Attributes:
        action: The action.
        about: Ids of what is changed, or names of decks; never an article's words.
        detail: What was done with it, in a few words; never an article's.
        kept: Whether it stands in the audit; set to False where nothing came of it.
    """

    action: Action
    about: Sequence[str] = ()
    detail: str = ""
    kept: bool = True


def may(person: Person, action: Action) -> bool:
    """Say whether somebody may do something."""
    return person.role >= _NEEDS[action]


def must(person: Person, action: Action) -> None:
    """Raise an AccessError where somebody may not do something."""
    if not may(person, action):
        raise AccessError(
            f"As {_with_article(person.role)} you may not do this ({action}); it needs "
            f"{_with_article(_NEEDS[action])}. Ask an administrator of the briefing.",
            kind="role",
        )


def this_account() -> Person:
    """Return who works without a sign-in: this account of the machine, which may do all."""
    try:
        account = getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in a container
        account = "local"
    return Person(account, "", Role.ADMINISTRATOR)


PROGRAM = Person("program", "", Role.ADMINISTRATOR)
"""Who does what the program does by itself, such as reading the sample."""

Who = Callable[[], Person]
"""Finds who is at work, anew each time; raises an AccessError where nobody is."""

_ACTING: ContextVar[Person | None] = ContextVar("acting", default=None)


@contextmanager
def acting(person: Person) -> Iterator[None]:
    """Let somebody be the one at work meanwhile, as in a thread that works for them."""
    token = _ACTING.set(person)
    try:
        yield
    finally:
        _ACTING.reset(token)


def at_work(who: Who, now: float) -> Person:
    """Return who is at work: who is `acting`, else whom `who` finds.

    Args:
        who: Finds who is at work where nobody is `acting`.
        now: The time, in seconds since 1970.

    Raises:
        AccessError: Nobody is signed in, or the sign-in has ended.
    """
    person = _ACTING.get() or who()
    if person.until <= now:
        raise _ended()
    return person


def person_of(claims: Mapping[str, Any], settings: Settings, now: float) -> Person:
    """Return who somebody is by the claims of their sign-in, once the server has checked its seal.

    Args:
        claims: What the OpenID provider's token says of them, with `is_logged_in`.
        settings: The settings that say who has which role.
        now: The time, in seconds since 1970.

    Raises:
        AccessError: They are not signed in, their sign-in has ended, or they have no role.
    """
    if claims.get("is_logged_in") is not True:
        raise AccessError("Sign in to see the briefing.", kind="nobody")
    until = _until(claims, settings.session_hours, now)
    who = _text(claims.get(settings.person_claim)) or ""
    if settings.person_claim == "email" and claims.get("email_verified") is False:
        who = ""  # anybody can claim an address that nobody has verified
    role = _role(who, claims, settings)
    subject = who or _text(claims.get("sub"))
    if role is None or subject is None:
        raise AccessError(
            f"You are signed in as {who or subject or 'somebody without a name'}, and this account "
            "has no role in the briefing; ask its administrator for one.",
            kind="stranger",
        )
    name = " ".join((_text(claims.get("name")) or subject).split())[:80]
    return Person(subject, name, role, until)


def _until(claims: Mapping[str, Any], hours: float, now: float) -> float:
    issued, ends = _time(claims.get("iat")), _time(claims.get("exp"))
    if issued is None or ends is None or issued > now + _LEEWAY:
        raise _ended()
    until = min(ends, issued + hours * 3600)
    if until <= now:
        raise _ended()
    return until


def _time(value: Any) -> float | None:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if number else None


def _ended() -> AccessError:
    return AccessError("Your sign-in has ended; sign in again.", kind="ended")


def _role(who: str, claims: Mapping[str, Any], settings: Settings) -> Role | None:
    """Return the highest role that the lists or the claim give; None for none."""
    groups = _values(claims, settings.role_claim) if settings.role_claim else set()
    for role, people, of_groups in (
        (Role.ADMINISTRATOR, settings.administrators, settings.administrator_groups),
        (Role.EDITOR, settings.editors, settings.editor_groups),
        (Role.READER, settings.readers, settings.reader_groups),
    ):
        if (who and who.casefold() in _folded(people)) or groups & _folded(of_groups):
            return role
    return Role.READER if settings.others == "reader" else None


def _values(claims: Mapping[str, Any], name: str) -> set[str]:
    """Return the values of a claim, folded; `realm_access.roles` is one within another."""
    found: Any = claims.get(name)
    if found is None:
        found = claims
        for part in name.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return _folded([found])
    return _folded(str(value) for value in found) if isinstance(found, list) else set()


def _folded(values: Iterable[str]) -> set[str]:
    return {value.strip().casefold() for value in values}


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _with_article(role: Role) -> str:
    return f"{'an' if role.word[0] in 'ae' else 'a'} {role.word}"
