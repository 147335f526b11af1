"""What later words say of what was told before: "Lima rejected the claim", "It never did"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.extraction.standing.effects import Effect, Reading


def reacted(token: Token, reading: Reading) -> Iterator[Effect]:
    """Yield what the next sentence makes of an event."""
    yield from ()
