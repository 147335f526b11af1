"""Sentences that say what was found, what was not, and how to read it."""

from __future__ import annotations

from briefing.wording.words import count

NO_DATES_AHEAD = "No upcoming events mentioned."
NO_QUOTATIONS = "No quotations."
NO_RELATIONS = "No relations found"
NO_CLAIMS = "No disputed claims."
NO_PAIR = "No two of them appear in the same sentence."
NO_COUNTRY_QUOTED = "No quotation mentions a country."

PICKED = "Sentences taken from the articles, word for word."
MARKS = "Words between “ ” are quoted exactly; a paraphrase has no quotation marks."
NO_OPINION = (
    "Boundaries, names and colours imply no opinion on the status of any country or territory."
)
BY_TRAINED_READER = "Read by the trained reader, not by the grammar rules."
FOR_RECIPIENTS = "For these recipients only, named by staff"
NAME_FIRST = "Give your name first: it is kept with what you check."
FILTER_ON_TITLE = "Filter: see the title slide"
READING = "Reading…"
MOST_IMPORTANT = "the most important"
"""Which items a file lists where it cannot list all."""

NO_ARTICLE = "There is no article to show."
GRAPH = "The relations as a graph, for Gephi, yEd or networkx."

NO_MATCH = "Nothing matches the filter"


def no_match(filter_words: str) -> str:
    """Say that a filter leaves nothing, and which: "Nothing matches the filter: Countries: …"."""
    return f"{NO_MATCH}: {filter_words}"


def none_of(what: str, before: int) -> str:
    """Say that choices on a page leave nothing: "No relations match (5 before these choices)."."""
    return f"No {what} match ({before:,} before these choices)."


def listed(number: int, total: int, one: str, order: str, *, in_excel: bool = True) -> str:
    """Say how much of something a file lists: "Listed: 6 of 13 quotations, the first; …".

    Args:
        number: How many it lists.
        total: How many there are.
        one: What one is called.
        order: Which they are: "the nearest".
        in_excel: Whether there is an Excel file that has all of them.
    """
    which = (
        f"{number:,} of {count(total, one)}, {order}" if number else f"none of {count(total, one)}"
    )
    return f"Listed: {which}; all are in the Excel file." if in_excel else f"Listed: {which}."


def not_cited(number: int) -> str:
    """Say how many articles under the filter a file does not cite."""
    return f"{count(number, 'more article')} under this filter, not cited."


def in_date_order(events: int) -> str:
    """Say how many events a list or a drawing of them has: "12 events in date order"."""
    return f"{count(events, 'event')} in date order"


BY_STAFF = "Written by staff"
NOT_OF_ARTICLES = "Written by staff, not taken from the articles."
"""Beside words of staff, the one short, the other whole."""
