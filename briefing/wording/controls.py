"""The words of buttons and fields that stand on more than one page."""

from __future__ import annotations

CLEAR_FILTER = "Clear the filter"
SHOW_ALL = "Show all"
ALL_COUNTRIES = "All countries"
ALL_KINDS = "All kinds"
CENTRE_ON = "Centre on"
SHOW_ORGANISATIONS = "Show organisations"
ORGANISATIONS_HELP = (
    "NATO, the UN, Europe and other non-state actors, at their headquarters or centre."
)
CHECKED_ONLY = "Checked facts only"
ONLY_CHECKED_GOES_OUT = (
    "Only checked facts go out in files here. "
    f"Choose “{CHECKED_ONLY}” in the filter to download this."
)
HAND_OUT = "Hand out"
UNSAVED = "Unsaved changes"
DISCARD = "Discard changes"
HANDLING_MARKING = "Handling marking"
NO_MARKING = "No marking"
HOW_WE_KNOW = "How we know"
DAY_FORM = "DD/MM/YYYY"
ADD_MISSED = "Add what was missed"
EVERYWHERE = "In the whole library, and in articles added later"
REASON = "Reason, if you want to give one"
CHATHAM_HOUSE = "Chatham House Rule"
SPLIT = "Split: some of this is somebody else"
