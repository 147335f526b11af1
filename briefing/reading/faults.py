"""What the program itself gets wrong while it reads: one sentence, and a line in the log."""

from __future__ import annotations

import logging

from briefing.errors import ReadingError, places_of

_LOG = logging.getLogger(__name__)


def fault(name: str, error: Exception) -> ReadingError:
    """Make the sentence that says which input the program failed on, so that the others go on.

    The log gets where in the program it was, and no words of the input.
    """
    _LOG.error("An input could not be read: %s at %s", type(error).__name__, places_of(error))
    found = ReadingError(
        f"{name} could not be read because of a fault in the program ({type(error).__name__}); "
        "please report it with the file.",
        path=name,
    )
    found.__cause__ = error
    return found
