"""Relations between countries as JSON, each with the spans that it is read from."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from briefing.export.about import About
from briefing.library import Filter
from briefing.library.mutual import mutual
from briefing.tables import Row, records


def relations_json(relations: pd.DataFrame, flt: Filter, about: About) -> bytes:
    """Write relations as one JSON object: what the file is, the filter, the relations.

    `start` and `end` are offsets in the article's text, in Unicode code points, end-exclusive.

    Args:
        relations: Rows of `queries.relations`.
        flt: The filter, as fields; `about` has it in words.
        about: What the file says of itself.
    """
    both = mutual(relations)
    rows = zip(records(relations), both, strict=True)
    written = {
        "marking": about.marking or None,
        "title": about.title,
        "by_staff": [{"label": label, "words": words} for label, words in about.own],
        "covers": about.scope,
        "filter_words": about.narrowed,
        "filter": {
            "countries": list(flt.countries),
            "speakers": list(flt.speakers),
            "articles": list(flt.articles),
            "tags": list(flt.tags),
            "earliest": flt.earliest,
            "latest": flt.latest,
            "words": flt.words or None,
            "dated_only": flt.dated_only,
            "checked_only": flt.checked_only,
            "facts": list(flt.facts),
            "ceiling": flt.ceiling or None,
        },
        "made": about.made,
        "program": about.program,
        "review": about.review,
        "notes": list(about.notes),
        "sources": list(about.sources),
        "relations": [_relation(row, two_way=bool(two_way)) for row, two_way in rows],
        "verified": about.verified,
    }
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def _relation(row: Row, *, two_way: bool) -> dict[str, Any]:
    sentence = row["sentence_text"]
    start = int(row["sentence_start"]) if sentence is not None else None
    return {
        "relation_id": row["relation_id"],
        "article": {
            "article_id": row["article_id"],
            "title": row["title"],
            "published": row["published"],
        },
        "source": {"code": row["source"], "name": row["source_name"]},
        "target": {"code": row["target"], "name": row["target_name"]},
        "mutual": two_way,
        "event_type": row["event_type"],
        "quad": row["quad"],
        "tone": row["tone"],
        "standing": row["standing"],
        "attributed_to": row["attributed_to_name"],
        "denied_by": row["denied_by_name"],
        "condition": row["condition"],
        "certainty": row["certainty"],
        "certainty_reason": row["certainty_reason"],
        "basis": row["basis"],
        "evidence": {
            "sentence": _span(sentence, start, start + len(sentence))
            if start is not None
            else None,
            "trigger": _span(row["trigger"], row["trigger_start"], row["trigger_end"]),
        },
    }


def _span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": int(start), "end": int(end), "text": text}
