"""What things are called and how they are marked, on screen and in files: words, colours, icons.

Colours are those of Okabe and Ito, which colour-blind readers can tell apart; a colour never
stands alone: each has a word and an icon. `badge` fields name the slot of the theme
(.streamlit/config.toml) that holds the colour, since Streamlit's badges take slots, not colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.wording.ahead import AHEAD_WHEN_WRITTEN

BadgeColour = Literal["red", "orange", "blue", "green", "violet", "gray"]

NEUTRAL = "#767676"
"""Grey for everything that has no colour of its own; readable on white and on black."""


@dataclass(frozen=True, slots=True)
class Quad:
    """How one class of relations looks and is called."""

    word: str
    colour: str
    icon: str
    badge: BadgeColour


@dataclass(frozen=True, slots=True)
class Standing:
    """How a standing is drawn and said; `line` is solid, dash or dot (Plotly's names)."""

    word: str
    line: Literal["solid", "dash", "dot"]
    icon: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A word and an icon for one of a kind."""

    word: str
    icon: str
    badge: BadgeColour = "gray"


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of highlights: the word for all of them, the word for one, the icon."""

    word: str
    one: str
    icon: str


QUADS = {
    "verbal-cooperation": Quad("Friendly words", "#56B4E9", ":material/handshake:", "violet"),
    "material-cooperation": Quad("Joint acts", "#0072B2", ":material/volunteer_activism:", "blue"),
    "verbal-conflict": Quad("Criticism and threats", "#E69F00", ":material/campaign:", "orange"),
    "material-conflict": Quad("Hostile acts", "#D55E00", ":material/bolt:", "red"),
}

STANDINGS = {
    "asserted": Standing("Stated as fact", "solid", ":material/check:"),
    "attributed": Standing("Claimed", "solid", ":material/record_voice_over:"),
    "conditional": Standing("Only if", "dash", ":material/alt_route:"),
    "possible": Standing("Possible", "dash", ":material/help:"),
    "expected": Standing("Expected", "dash", ":material/schedule:"),
    "denied": Standing("Denied", "dot", ":material/block:"),
    "disputed": Standing("Disputed", "dot", ":material/balance:"),
    "negated": Standing("Said to be untrue", "dot", ":material/do_not_disturb_on:"),
}

STATUSES = {
    "tentative": Sign("Not certain", ":material/help:"),
    "cancelled": Sign("Cancelled", ":material/cancel:", "red"),
    "postponed": Sign("Postponed", ":material/update:", "orange"),
}
"""What an event is that is neither firm nor planned."""

CERTAINTIES = {
    "high": Sign("High certainty", ":material/verified:"),
    "moderate": Sign("Moderate certainty", ":material/contrast:"),
    "low": Sign("Low certainty", ":material/help_center:", "orange"),
}
"""How sure the reading of a relation or an event is, whoever claims what it says."""

READ_BY = {"grammar": "the grammar rules", "reader": "the trained reader", "given": "staff"}
"""Who read a relation off the words."""

KINDS = {
    "country": Sign("Country", ":material/flag:"),
    "person": Sign("Person", ":material/person:"),
    "organisation": Sign("Organisation", ":material/corporate_fare:"),
    "alliance": Sign("Alliance", ":material/groups:"),
    "place": Sign("Place", ":material/location_on:"),
    "occasion": Sign("Occasion", ":material/event:"),
    "agreement": Sign("Agreement", ":material/contract:"),
    "weapon": Sign("Weapon", ":material/rocket_launch:"),
    "other": Sign("Other", ":material/label:"),
}

QUOTE_KINDS = {
    "direct": Sign("Verbatim", ":material/format_quote:", "green"),
    "mixed": Sign("Partly verbatim", ":material/edit_note:", "green"),
    "indirect": Sign("Paraphrase", ":material/notes:"),
    "unsettled": Sign("End of quotation unclear", ":material/unknown_med:", "orange"),
}

SPEAKER_MARKS = {
    "checked": Sign("Speaker checked by staff", ":material/how_to_reg:", "green"),
    "named": Sign("Speaker named", ":material/person:"),
    "traced": Sign("Speaker worked out", ":material/person_search:", "orange"),
    "none": Sign("No speaker named", ":material/person_off:", "orange"),
}
"""How it is known who speaks: by a person's word, or as the program reads it."""

DATE_MARKS = {
    "stated": Sign("Date stated", ":material/today:", "green"),
    "given": Sign("Date given by staff", ":material/edit_calendar:", "green"),
    "inferred": Sign("Date inferred", ":material/lightbulb:", "orange"),
    "unknown": Sign("Date unknown", ":material/event_busy:", "orange"),
}
"""How the day of an article is known, by its `published_basis`."""

ACTS = {
    "says": Sign("Says", ":material/chat_bubble:"),
    "warns": Sign("Warns", ":material/warning:", "orange"),
    "denies": Sign("Denies", ":material/block:", "orange"),
    "confirms": Sign("Confirms", ":material/verified:", "blue"),
    "promises": Sign("Promises", ":material/handshake:", "blue"),
    "threatens": Sign("Threatens", ":material/dangerous:", "red"),
    "demands": Sign("Demands", ":material/priority_high:", "orange"),
    "urges": Sign("Urges", ":material/campaign:"),
    "praises": Sign("Praises", ":material/thumb_up:", "blue"),
    "condemns": Sign("Condemns", ":material/thumb_down:", "red"),
    "asks": Sign("Asks", ":material/contact_support:"),
    "declines-to-comment": Sign("Declines to comment", ":material/voice_over_off:"),
}

EVENT_BASES = {
    "stated": Sign("Date in the article", ":material/check:"),
    "computed": Sign("Date calculated", ":material/calculate:"),
    "reference": Sign("Known date (from our calendar)", ":material/menu_book:"),
    "inferred": Sign("Date inferred", ":material/lightbulb:"),
    "unknown": Sign("Date not given", ":material/event_busy:"),
    "given": Sign("Date given by staff", ":material/edit_calendar:"),
}

TENSES = {
    "past": Sign("Past", ":material/history:"),
    "ongoing": Sign("Ongoing", ":material/autorenew:"),
    "upcoming": Sign(AHEAD_WHEN_WRITTEN, ":material/event_upcoming:", "blue"),
}

NEARNESS = {
    "today": Sign("Today", ":material/today:", "green"),
    "week": Sign("This week", ":material/date_range:", "green"),
    "month": Sign("This month", ":material/calendar_month:", "green"),
    "later": Sign("Later", ":material/event_upcoming:", "blue"),
    "past": Sign("Now past", ":material/history:"),
    "undated": Sign("Date not given", ":material/event_busy:"),
}
"""How near what comes up is, in the order in which it is shown."""

LAYERS = {
    "quotations": Layer("Quotations", "Quotation", ":material/format_quote:"),
    "relations": Layer("Relations", "Relation", ":material/compare_arrows:"),
    "events": Layer("Events", "Event", ":material/event:"),
    "dates": Layer("Dates", "Date", ":material/calendar_month:"),
    "people": Layer("People", "Person", ":material/person:"),
    "countries": Layer("Countries and places", "Country or place", ":material/flag:"),
    "others": Layer("Others", "Named", ":material/corporate_fare:"),
}
"""What can be highlighted in an article, in the order of the switches."""

SERIF = "'Noto Serif', Georgia, 'Liberation Serif', 'Times New Roman', serif"
"""The face of the article's own words: the packaged one; files are read where it may not be."""


SANS = "'Noto Sans', 'Source Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
"""The face of the interface, for figures and files; .streamlit/config.toml names it for pages."""
