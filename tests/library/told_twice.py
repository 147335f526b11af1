"""One story as two outlets tell it, with a near-copy of the second: they differ in some things."""

from __future__ import annotations

from briefing.library import Library
from tests.library.stories import BRIDGE, GRAIN, add, article_on

_FIRST = (
    *BRIDGE.text.split("\n\n")[1:],
    "“We will not ask a single driver for more than ten coins,” Kofi Asare said in Aflao.",
    "“The lagoon belongs to both our countries and to nobody else,” Ama Koffi said.",
    "Ghana said that Togo moved the border stones at Aflao by night.",
    "Ghana and Togo open the bridge at Aflao on 2 May 2026.",
)
_SECOND = (
    "Togo's minister Ama Koffi and Ghana's minister Kofi Asare opened the Aflao bridge near Lomé.",
    "“We will never ask a single driver for more than ten coins,” Kofi Asare said in Lomé.",
    "Togo denied that it moved the border stones at Aflao.",
    "Ghana and Togo open the bridge at Aflao on 9 May 2026.",
    "Ama Koffi told deputies in Lomé that the bridge over the lagoon had cost ten years.",
)
FIRST = article_on("Ghana and Togo open Aflao bridge", "2026-03-10", "Harbour Wire", *_FIRST)
SECOND = article_on("Togo and Ghana open Aflao bridge", "2026-03-11", "The Echo", *_SECOND)
COPY = article_on("Bridge at Aflao: Togo and Ghana", "2026-03-12", "Coast Daily", *_SECOND)
OPENED = "Ghana and Togo open the bridge at Aflao"


def add_accounts(library: Library) -> None:
    """Add the three articles and one on another story."""
    add(
        library,
        FIRST,
        [
            ("We will not ask a single driver for more than ten coins,", "Kofi Asare", "says"),
            (
                "The lagoon belongs to both our countries and to nobody else,",
                "Ama Koffi",
                "says",
            ),
            ("that Togo moved the border stones at Aflao by night", "Ghana", "condemns"),
        ],
        [(OPENED, "2026-05-02")],
    )
    for article in (SECOND, COPY):
        add(
            library,
            article,
            [
                (
                    "We will never ask a single driver for more than ten coins,",
                    "Kofi Asare",
                    "says",
                ),
                ("that it moved the border stones at Aflao", "Togo", "denies"),
                ("that the bridge over the lagoon had cost ten years", "Ama Koffi", "says"),
            ],
            [(OPENED, "2026-05-09")],
        )
    add(library, GRAIN, [], [("Uganda expects the last trains", "2026-04-01")])
