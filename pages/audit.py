"""Audit: who did what, and when?"""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from briefing.access import Action
from briefing.library.audit import entries
from briefing.wording.controls import DAY_FORM
from briefing.wording.words import count
from components.cache import library
from components.empty import empty
from components.ending import end_page
from components.filters import current_filter
from components.page import head
from components.table import data_table

MOST = 1000

flt = current_filter()
library().must_be_allowed(Action.AUDIT)  # before anything is drawn
head("Who did what", flt, "Changes of the library, the latest first. Nobody can edit this list.")
first: date | None = st.date_input("From", value=None, format=DAY_FORM, key="audit-from")
found = entries(library(), since=first.isoformat() if first else None, limit=MOST)
if not found:
    empty("Nothing was done in this time.", key="audit-empty")
    end_page()
st.caption(
    f"The latest {MOST:,}; `briefing audit` writes all."
    if len(found) == MOST
    else count(len(found), "entry", "entries")
)
data_table(
    pd.DataFrame(
        {
            "When (UTC)": [each.at[:19].replace("T", " ") for each in found],
            "Who": [each.who for each in found],
            "Role": [each.role for each in found],
            "Action": [each.action for each in found],
            "Object": [each.object for each in found],
            "Detail": [each.detail for each in found],
        }
    ),
    name="audit",
    facts=False,
    key="audit-table",
)
