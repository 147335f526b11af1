"""The headings of tables, each the same on a page, a slide and in a file."""

from __future__ import annotations

ARTICLE = "Article"
PUBLISHED = "Published"
SENTENCE = "Sentence"
SPEAKER = "Speaker"
MENTIONS = "Mentions"

WORDS = "Words"
WORDING = "Verbatim or paraphrase"
"""Whether a quotation is verbatim, partly so, or a paraphrase."""
STATEMENT = "Kind of statement"
"""What a speaker does with the words: says, denies, threatens."""
VERBATIM_WORDS = "Verbatim words"

FROM = "From"
TO = "To"
COUNTRIES = "Countries"
RELATION = "Kind of relation"
IN_ARTICLE = "In the article"
"""The article's own words; also the link that leads to them."""

HOW_CERTAIN = "How certain"
"""How something told stands: claimed, denied, possible; not how surely it was read."""
CERTAINTY = "Certainty of reading"
WHY_CERTAIN = "Reason for the certainty"

WHEN = "When"
WHAT = "What"
PAST_OR_UPCOMING = "Past or upcoming"
HOW_DATED = "How the date is known"

CLAIM = "Claim"
CLAIMED_BY = "Claimed by"
DENIED_BY = "Denied by"
CHECKED = "Checked"
