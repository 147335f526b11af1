"""The article's words never become formatting."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from components.escaping import escape_markdown


@pytest.mark.parametrize(
    "text",
    [
        "**bold** _it_ `code` ~~gone~~",
        "[link](http://x.test) ![image](http://x.test/a.png)",
        "<script>alert(1)</script> &amp; <http://x.test>",
        "# Title",
        "1. one",
        "- item",
        "| a | b |",
        "see www.x.test and http://x.test or me@x.test",
        "$5 and $6",
        "back\\slash",
    ],
)
def test_plain_survives_markdown_as_it_is(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).renderInline(escape_markdown(text))
    assert "<" not in html.replace("&lt;", "")
    shown = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    assert shown.replace("&amp;", "&").replace("\u2060", "") == text


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        (":material/home: :red[x] :smile:", (":m", ":r", ":s")),
        ("see www.x.test, http://x.test, me@x.test", ("www.", "http:/", "me@x")),
        ("a -> b <- c -- d >= e <= f", ("->", "<-", "--", ">=", "<=")),
    ],
)
def test_plain_leaves_nothing_that_is_replaced_after_the_escapes(
    text: str, replaced: tuple[str, ...]
) -> None:
    read = (
        MarkdownIt().renderInline(escape_markdown(text)).replace("&lt;", "<").replace("&gt;", ">")
    )
    assert [sign for sign in replaced if sign in read] == []
    assert read.replace("\u2060", "") == text


def test_plain_is_one_line() -> None:
    assert escape_markdown("a\n\n# b") == "a \\# b"
