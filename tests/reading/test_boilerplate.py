from __future__ import annotations

import pytest

from briefing.reading import read_bytes, read_text
from briefing.reading.boilerplate import cut_boilerplate
from tests.reading import made

BODY = "The harbour was closed on Monday.\n\nShips waited outside the bay."


@pytest.mark.parametrize(
    "tail",
    [
        "Leave a Comment\n\nYour email address will not be published. Required fields are marked *",
        "Leave a reply\nName *\nEmail *\nWebsite\nPost comment",
        "Scroll to Top",
        "Back to top",
        "Share this article",
        "Share this:\n\nFacebook\nTwitter\nWhatsApp",
        "Facebook | Twitter | LinkedIn | Email",
        "Follow us on Twitter",
        "Sign up for our daily newsletter and never miss a story",
        "Subscribe to our newsletter",
        "We use cookies to give you the best experience. By going on you agree.",
        "Accept all cookies",
        "Related stories\n\nStorm hits the north coast\nFerries to run again on Friday",
        "You may also like\n- Storm hits the north coast\n- Ferries to run again",
        "Most read\nStorm hits the north\n\nSubscribe now\n© 2021 Bay News. All rights reserved.",
        "Copyright 2021 Bay News",
        "Read more: Ferries to run again on Friday",
        "Tags: harbour, storm, ships",
        "* * *",
        "https://news.example/harbour",
    ],
)
def test_boilerplate_at_the_end_is_cut_and_kept(tail: str) -> None:
    article = read_text(f"{BODY}\n\n{tail}\n")
    assert article.text == BODY
    assert "".join("".join(article.removed).split()) == "".join(tail.split())


@pytest.mark.parametrize(
    "tail",
    [
        "Copyright law will be debated on Tuesday.",
        "Posted in Baghdad for two years, she knows the city.",
        "More on the talks is expected on Friday.",
        "“Leave a comment,” he told the crowd.",
        "He called it «a shame»",
        "See also the annex to the treaty.",
        "Subscribe or not, readers pay.",
        "Share prices fell in Tokyo.",
        "About 40 ships waited.",
        "Follow the money, he said.",
        "No comment was given by the ministry.",
        "Top officials will meet.",
        "Related crimes rose by half.",
    ],
)
def test_the_article_s_own_last_line_is_never_cut(tail: str) -> None:
    article = read_text(f"{BODY}\n\n{tail}")
    assert article.text == f"{BODY}\n\n{tail}"
    assert article.removed == ()


def test_what_only_looks_like_boilerplate_in_the_middle_stays() -> None:
    text = f"{BODY}\n\nAbout us\n\nMore on that in May\n\n{BODY}"
    assert read_text(text).text == text


def test_what_nobody_writes_in_an_article_is_cut_in_the_middle_and_listed() -> None:
    article = read_text(f"{BODY}\n\nAdvertisement\n\nRead more: storms\n\n{BODY}")
    assert article.text == f"{BODY}\n\n{BODY}"
    assert article.removed == ("Advertisement", "Read more: storms")


def test_related_list_with_a_sentence_under_it_stays() -> None:
    text = f"{BODY}\n\nRelated stories\n\nThe mayor said that the harbour would open on Friday."
    assert read_text(text).text == text


def test_boilerplate_at_the_beginning_is_cut() -> None:
    article = read_text(f"Skip to main content\n\nMenu\n\nHarbour closed\n\n{BODY}")
    assert article.title == "Harbour closed"
    assert article.removed == ("Skip to main content", "Menu")


def test_cut_of_nothing_but_boilerplate_leaves_nothing() -> None:
    cut = cut_boilerplate("Leave a Comment\n\nScroll to Top\n")
    assert cut.text == ""
    assert cut.removed == ("Leave a Comment", "Scroll to Top")


def test_captions_are_kept_as_captions() -> None:
    article = read_text(
        "Port of Mombasa opens\n\nImage caption: The port in May\n\nThe port opened on Monday, "
        "said Ana Reyes.\n\nAdvertisement\n\nFILE PHOTO: The harbour in 2019. REUTERS/Jane Roe"
        "\n\nShips from Tonga came in at once and left again."
    )
    assert article.captions == (
        "Image caption: The port in May",
        "FILE PHOTO: The harbour in 2019. REUTERS/Jane Roe",
    )
    assert set(article.captions) < set(article.removed)


def test_captions_of_a_web_page_are_those_of_the_article() -> None:
    page = made.PAGE.replace(
        "<aside>", "<aside><figure><figcaption>Ghana in 2020</figcaption></figure>"
    )
    article = read_bytes(page.encode(), "page.html")
    assert article.captions == ("Fiji’s leader visits Samoa in 2019.",)
    assert "Samoa in 2019" not in article.text
