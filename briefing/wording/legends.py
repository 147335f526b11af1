"""The keys of maps, networks and timelines, the same on a page, a slide and in a file."""

from __future__ import annotations

STATED = "Stated or claimed"
OPEN = "If, possible or expected"
DENIED = "Denied or disputed"
"""What the three lines of the map mean, as choices: solid, dashed, dotted."""

LINES = {
    "solid": "stated or claimed",
    "dash": "only if, possible, expected",
    "dot": "denied, disputed, said to be untrue",
}
"""What the lines of the map mean, by Plotly's names."""

BALANCE = "Countries by the balance of their relations:"
MUTUAL = "Double-headed arrow: mutual. Its line: the firmest of the relations."

IN_ARTICLE = "date in the article"
CALCULATED = "date calculated"
NOT_SO = "denied, disputed or said to be untrue"
PERIOD = "a period, or the range of possible dates"
"""What the marks of a timeline mean."""
