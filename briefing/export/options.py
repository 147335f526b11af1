"""What may be chosen of a document: paper, form, and the words that staff add to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from briefing.brief.kept import Kept

Paper = Literal["a4", "letter"]
Form = Literal["brief", "meeting", "full", "uk-brief", "us-memo"]
FORMS: tuple[Form, ...] = get_args(Form)

PAPERS: dict[Form, Paper] = {"us-memo": "letter"}
"""The usual paper of a form, where that is not A4."""


@dataclass(frozen=True, slots=True)
class Options:
    """The choices for a document; what a format or a form has no use for is passed over.

    All words are those of staff: they are printed as theirs, and where one is missing the paper
    has a line to write it on.

    Attributes:
        paper: A4 or US Letter.
        form: A brief that begins with the bottom line, on two pages; a meeting brief, a brief by
            British custom or a memo by that of the United States, likewise; or everything that
            the brief lists, on as many pages as it takes. Of slides: the few that say most; or
            all.
        objective: What the meeting is to reach.
        points: Points to make.
        if_raised: What to say if others raise it.
        recipient: To whom a brief or memo goes.
        sender: From whom it comes.
        cleared_by: Who cleared it.
        contact: Whom to ask.
        purpose: What it is for; the issue of a brief by British custom.
        recommendation: What is recommended.
        ours: The country of one's own side, alpha-3: its speakers are not among “their”
            statements; "" for none.
    """

    paper: Paper = "a4"
    form: Form = "brief"
    objective: str = ""
    points: tuple[str, ...] = ()
    if_raised: tuple[str, ...] = ()
    recipient: str = ""
    sender: str = ""
    cleared_by: str = ""
    contact: str = ""
    purpose: str = ""
    recommendation: str = ""
    ours: str = ""

    def filled(self, kept: Kept | None) -> Options:
        """Return the choices with the words of a briefing's author where staff gave none.

        Args:
            kept: The briefing; None for none.
        """
        if kept is None:
            return self
        return replace(
            self,
            objective=self.objective or kept.purpose,
            recipient=self.recipient or kept.audience,
            sender=self.sender or kept.author,
            purpose=self.purpose or kept.purpose,
        )
