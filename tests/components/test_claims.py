"""Claims in words: who says, who denies, and never more than is known."""

from __future__ import annotations

from typing import Any

from components.claims import claim_html, parties_html


def _row(**more: Any) -> dict[str, Any]:
    text = "While Chile denies these talks, Peru waits."
    return {
        "fact_id": "a1.r.0-5",
        "claim": "these talks",
        "who_says": None,
        "who_denies": "Chile",
        "start": text.index("these"),
        "end": text.index(","),
        "sentence_text": text,
        "sentence_start": 0,
    } | more


def test_a_claim_is_marked_in_its_sentence() -> None:
    html = claim_html(_row())
    assert html.startswith("While Chile denies <mark")
    assert ">these talks</mark>, Peru waits." in html


def test_a_claim_without_its_sentence_stands_alone() -> None:
    claim = "that its <ships> had sailed into the bay"
    assert claim_html(_row(claim=claim, sentence_text=None)) == (
        "that its &lt;ships&gt; had sailed into the bay"
    )


def test_a_claim_that_nobody_makes_is_the_articles() -> None:
    html = parties_html(_row(who_denies="Chile"))
    assert ">Claimed by</span> <b>the article</b>" in html
    assert ">Denied by</span> <b>Chile</b>" in html
    assert "<b>the article</b>" in html
    assert "<b>Chile</b>" in html


def test_names_are_escaped() -> None:
    html = parties_html(_row(who_says="<i>A</i>", who_denies="<i>B</i>"))
    assert "<i>" not in html


def test_several_who_deny_are_named_in_words() -> None:
    html = parties_html(_row(who_denies="Chile; Peru; Ghana"))
    assert "<b>Chile, Peru and Ghana</b>" in html
