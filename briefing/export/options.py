"""What may be chosen of a document: paper, form, and what staff add to a meeting brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Paper = Literal["a4", "letter"]
Form = Literal["brief", "meeting", "full"]
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True, slots=True)
class Options:
    """The choices for a document; what a format has no use for is passed over.

    Attributes:
        paper: A4 or US Letter.
        form: A brief that begins with the bottom line, on two pages where pages count; a meeting
            brief; or everything that the brief lists, on as many pages as it takes. Of
            slides: the few that say most; or all.
        objective: What the meeting is to reach, in the words of staff.
        points: Points to make, in the words of staff.
        if_raised: What to say if others raise it, in the words of staff.
    """

    paper: Paper = "a4"
    form: Form = "brief"
    objective: str = ""
    points: tuple[str, ...] = ()
    if_raised: tuple[str, ...] = ()
