"""Mail that answers another: the answer stays, what it quotes is set apart."""

from __future__ import annotations

import pytest

from briefing.article import Article
from briefing.reading import read_upload
from tests.reading import made

WROTE = "On Mon, 3 May 2021 at 10:00, Lee Moss <lee@ministry.example> wrote:"
ASKED = "Has Fiji warned Tonga?"
FIRST, SECOND = made.FIRST, "“Every ship is safe,” Reyes said. “We lost no one in the storm.”"
GMAIL = (
    f"<div class='gmail_attr'>{WROTE.replace('<', '&lt;').replace('>', '&gt;')}<br></div>"
    f"<blockquote class='gmail_quote'>{ASKED}</blockquote>"
)
CITED = "<blockquote type='cite'><p>Has Fiji warned Tonga?</p><p>And Samoa?</p></blockquote>"
APPLE = "<div>On 3 May 2021, at 10:00, Lee Moss wrote:</div>"


def _mail(text: str, kind: str = "plain") -> Article:
    head = (
        "From: Ana Lund <ana@bay.example>\nTo: lee@ministry.example\nSubject: Re: The harbour\n"
        "Date: Tue, 4 May 2021 09:00:00 +0200\nMIME-Version: 1.0\n"
        f"Content-Type: text/{kind}; charset=utf-8\n\n"
    )
    (article,) = read_upload(f"{head}{text}".encode(), "a.eml")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (f"{WROTE}\n> {ASKED}\n\n{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}"),
        (f"{WROTE}\n\n> {ASKED}\n> And Samoa?\n{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}"),
        (
            f"Dear all,\n\n{WROTE}\n> {ASKED}\n\n{FIRST}\n\n> And Samoa?\n\n{SECOND}",
            f"Dear all,\n\n{FIRST}\n\n{SECOND}",
        ),
        (
            f"{WROTE}\n> Have you heard whether\nthe ships of Fiji\n> are safe?\n\n{FIRST}",
            FIRST,
        ),
        (
            "On Mon, 3 May 2021 at 10:00, Lee Moss\n<lee@ministry.example> wrote:\n"
            f"> Fiji?\n> On Sun, 2 May 2021, Ana Lund wrote:\n>> Tonga?\n\n{FIRST}",
            FIRST,
        ),
        (f"{FIRST}\n\n{SECOND}\n\n{WROTE}\n> {ASKED}", f"{FIRST}\n\n{SECOND}"),
        (f"{FIRST}\n\n{SECOND}\n\n{WROTE}\n\n{ASKED}", f"{FIRST}\n\n{SECOND}"),
        (f"Am 2. Mai 2021 um 10:00 schrieb Lee Moss:\n> {ASKED}\n\n{FIRST}", FIRST),
        (f"{WROTE}\n> {ASKED} Fiji?\n\n{FIRST}\n\nKind regards,\nAna Lund", FIRST),
    ],
)
def test_answer_stays_and_what_it_quotes_is_set_apart(text: str, own: str) -> None:
    article = _mail(text)
    assert article.text == f"The harbour\n\n{own}"
    assert any("Fiji" in piece for piece in article.removed)


@pytest.mark.parametrize(
    ("markup", "own"),
    [
        (f"<div>{FIRST}</div><div>{SECOND}</div>{GMAIL}", f"{FIRST}\n\n{SECOND}"),
        (f"{GMAIL}<div>{FIRST}</div><div>{SECOND}</div>", f"{FIRST}\n\n{SECOND}"),
        (f"{APPLE}{CITED}<p>{FIRST}</p>{CITED}<p>{SECOND}</p>", f"{FIRST}\n\n{SECOND}"),
        (
            f"<p>{FIRST}</p><p>In 2021 she wrote:</p><blockquote>Fiji is safe.</blockquote>",
            f"{FIRST}\n\nIn 2021 she wrote:\n\nFiji is safe.",
        ),
    ],
)
def test_what_a_mail_with_markup_quotes_is_set_apart(markup: str, own: str) -> None:
    article = _mail(f"<html><body>{markup}</body></html>", "html")
    assert article.text == f"The harbour\n\n{own}"
    assert any("Fiji" in piece for piece in article.removed) == ("Fiji" not in own)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n\nOn Monday Reyes wrote: “All ships are safe.”\n\n{SECOND}",
        f"{FIRST}\n\n> A sign at the head of a line is no quotation of a mail.\n\n{SECOND}",
        f"{FIRST}\n\nOn Monday, Reyes wrote:\n\n“All ships are safe.”\n\n{SECOND}",
        f"{FIRST}\n\nOn 3 May at 10:00, Reyes wrote:\n\n“All ships are safe.”\n\n{SECOND}",
        f"{FIRST}\n\nWho wrote:\n\n“We are safe”?\n\n{SECOND}",
    ],
)
def test_a_mail_that_answers_none_loses_nothing(text: str) -> None:
    assert _mail(text).text.replace("\n", "").endswith(text.replace("\n", ""))
