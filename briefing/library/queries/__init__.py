"""The pages' questions, answered in the database for a filter: plain functions, DataFrames out."""

from __future__ import annotations

from briefing.library.queries._changed import Change
from briefing.library.queries.accounts import Accounts, accounts
from briefing.library.queries.briefing import Figures, claimed_denied, figures, weightiest
from briefing.library.queries.changes import Standpoint, changes, changes_between
from briefing.library.queries.checks import (
    actors_of,
    anything_checked,
    checks,
    decided,
    number_decided,
    others_named,
    others_of_its_kind,
    speakers_of,
    to_check,
)
from briefing.library.queries.chosen import Chosen, chosen
from briefing.library.queries.coverage import Coverage, coverage
from briefing.library.queries.finding import Found, as_typed, find, found_facts, search
from briefing.library.queries.gist import gist
from briefing.library.queries.lacking import LACKS, Lack, Unknown, lacking, unknown
from briefing.library.queries.markings import (
    above_ceiling,
    marking_of_all,
    marking_of_view,
    marking_of_words,
    markings_of,
)
from briefing.library.queries.options import (
    article_named,
    article_options,
    country_options,
    speaker_options,
    tag_options,
    titles,
)
from briefing.library.queries.people import entities, mentions, together, voiceless
from briefing.library.queries.quoted import quote_counts, quoted, quotes_in_order
from briefing.library.queries.quotes import quotes, speakers_named, speaks, speaks_about
from briefing.library.queries.readings import older_articles
from briefing.library.queries.related import (
    relation_days,
    relation_source,
    relations_counted,
    relations_drawn,
)
from briefing.library.queries.relations import balance, pairs, relations
from briefing.library.queries.reviewed import Reviewed, reviewed, speakers_checked
from briefing.library.queries.shelf import (
    bytes_of_file,
    original,
    original_bytes,
    removed_articles,
    tags,
)
from briefing.library.queries.standing import standings_within
from briefing.library.queries.stories import Story, stories
from briefing.library.queries.text import (
    Fact,
    captions,
    fact,
    facts_at,
    paragraphs,
    published_evidence,
    removed,
    sentences,
    spans,
)
from briefing.library.queries.versions import Alike, alike, version_differences
from briefing.library.queries.view import (
    Scope,
    articles,
    articles_of,
    in_view,
    last_in_view,
    resting_on,
    scope,
)
from briefing.library.queries.when import events, times, yearless
from briefing.library.queries.whole import whole

__all__ = [
    "LACKS",
    "Accounts",
    "Alike",
    "Change",
    "Chosen",
    "Coverage",
    "Fact",
    "Figures",
    "Found",
    "Lack",
    "Reviewed",
    "Scope",
    "Standpoint",
    "Story",
    "Unknown",
    "above_ceiling",
    "accounts",
    "actors_of",
    "alike",
    "anything_checked",
    "article_named",
    "article_options",
    "articles",
    "articles_of",
    "as_typed",
    "balance",
    "bytes_of_file",
    "captions",
    "changes",
    "changes_between",
    "checks",
    "chosen",
    "claimed_denied",
    "country_options",
    "coverage",
    "decided",
    "entities",
    "events",
    "fact",
    "facts_at",
    "figures",
    "find",
    "found_facts",
    "gist",
    "in_view",
    "lacking",
    "last_in_view",
    "marking_of_all",
    "marking_of_view",
    "marking_of_words",
    "markings_of",
    "mentions",
    "number_decided",
    "older_articles",
    "original",
    "original_bytes",
    "others_named",
    "others_of_its_kind",
    "pairs",
    "paragraphs",
    "published_evidence",
    "quote_counts",
    "quoted",
    "quotes",
    "quotes_in_order",
    "relation_days",
    "relation_source",
    "relations",
    "relations_counted",
    "relations_drawn",
    "removed",
    "removed_articles",
    "resting_on",
    "reviewed",
    "scope",
    "search",
    "sentences",
    "spans",
    "speaker_options",
    "speakers_checked",
    "speakers_named",
    "speakers_of",
    "speaks",
    "speaks_about",
    "standings_within",
    "stories",
    "tag_options",
    "tags",
    "times",
    "titles",
    "to_check",
    "together",
    "unknown",
    "version_differences",
    "voiceless",
    "weightiest",
    "whole",
    "yearless",
]
