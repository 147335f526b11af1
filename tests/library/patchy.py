"""An article that lacks something of everything: English, a speaker, a country, a date."""

from __future__ import annotations

from functools import cache

from briefing.article import Article
from tests.library.conftest import Rows

SPANISH = (
    "El ministro de pesca dijo el lunes que la flota no volverá a salir del puerto hasta que los "
    "dos gobiernos hayan firmado un acuerdo sobre las cuotas de este año."
)
PATCHY = Article(
    title="Panama waits for the fleet",
    title_end=26,
    text=(
        "Panama waits for the fleet\n\nPanama waits for the fleet in Colonia. Officials said "
        f"that nobody knows the day.\n\n{SPANISH}"
    ),
    source="Canal Post",
)


@cache
def patchy() -> Rows:
    rows = Rows(
        PATCHY,
        [
            (0, "Panama waits for the fleet"),
            (1, "Panama waits for the fleet in Colonia."),
            (1, "Officials said that nobody knows the day."),
            (2, SPANISH),
        ],
    )
    rows.mention("Panama", "country:PAN")
    rows.mention("Colonia", "place:colonia")
    rows.quote("that nobody knows the day", "indirect", "says", None)
    rows.event("waits for the fleet in Colonia", ("country:PAN", "PAN", "participant"))
    return rows
