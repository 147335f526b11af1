"""What the lines around a title say: the title itself, who wrote the article, where and when."""

from __future__ import annotations

import pytest

from briefing.reading import read_text

T = "Kenya and Uganda agree to reopen border"
BODY = (
    "Ministers from both countries met in Nairobi and agreed on a plan to reopen the border, "
    "officials said.\n\n“We will open the road,” Wanjiru said. Uganda has not yet answered the "
    "letter that she sent in March.\n\nTraders in Busia said they had waited for two years."
)


@pytest.mark.parametrize(
    ("head", "author", "source", "published"),
    [
        (
            "By John Mwangi and Grace Achieng | Reuters",
            "John Mwangi and Grace Achieng",
            "Reuters",
            None,
        ),
        ("John Mwangi\nPublished March 9, 2023", "John Mwangi", None, "2023-03-09"),
        ("By John Mwangi, East Africa correspondent, BBC News", "John Mwangi", "BBC News", None),
        ("by John Mwangi\nMarch 9, 2023, 10:02 AM", "John Mwangi", None, "2023-03-09"),
        ("By JOHN MWANGI, Associated Press", "JOHN MWANGI", "Associated Press", None),
        ("Thursday, 9 March 2023\nJohn Mwangi", "John Mwangi", None, "2023-03-09"),
        ("John Mwangi in Nairobi\n9 March 2023", "John Mwangi", None, "2023-03-09"),
        ("John Mwangi @jmwangi\nMarch 9, 2023", "John Mwangi", None, "2023-03-09"),
        (
            "Author: John Mwangi\nDate: 9 March 2023\nSource: Daily Nation",
            "John Mwangi",
            "Daily Nation",
            "2023-03-09",
        ),
        ("By John Mwangi for the Daily Nation", "John Mwangi", "Daily Nation", None),
        ("By Dr. Amina Yusuf", "Dr. Amina Yusuf", None, None),
        ("By Ursula von der Leyen", "Ursula von der Leyen", None, None),
        ("By Reuters Staff\n2 Min Read", None, "Reuters", None),
        ("Our Correspondent | Nairobi | 9 March 2023", None, None, "2023-03-09"),
        ("Staff Reporter\n9 March 2023", None, None, "2023-03-09"),
        ("Daily Nation\n9 March 2023", None, "Daily Nation", "2023-03-09"),
        ("AFP | Nairobi\nMarch 9, 2023", None, "AFP", "2023-03-09"),
        ("9 March 2023\nNairobi", None, None, "2023-03-09"),
        ("South Sudan\n9 March 2023", None, None, "2023-03-09"),
        ("Foreign Ministry\n9 March 2023", None, None, "2023-03-09"),
        ("World News\n9 March 2023", None, None, "2023-03-09"),
        ("By noon the road was full.", None, None, None),
        ("By Friday they had left Busia", None, None, None),
        ("By Kenya’s own account, 30 died.", None, None, None),
    ],
)
def test_head_tells_author_outlet_and_day(
    head: str, author: str | None, source: str | None, published: str | None
) -> None:
    article = read_text(f"{T}\n\n{head}\n\n{BODY}")
    assert article.title == T
    assert (article.author, article.source, article.published) == (author, source, published)


@pytest.mark.parametrize(
    ("top", "title", "source"),
    [
        (
            "Kenya and Uganda Agree to Reopen\nBorder After Years of Talks",
            "Kenya and Uganda Agree to Reopen Border After Years of Talks",
            None,
        ),
        (
            "KENYA AND UGANDA AGREE TO REOPEN\nBORDER AFTER TALKS",
            "KENYA AND UGANDA AGREE TO REOPEN BORDER AFTER TALKS",
            None,
        ),
        (f"{T}\nThe road at Busia was closed in 2021", T, None),
        (f"Opinion\n\n{T}", T, None),
        (f"Politics | Kenya\n\n{T}", T, None),
        (f"Press release\n\n{T}", T, None),
        (f"9 March 2023\n\n{T}", T, None),
        (f"Daily Nation\n9 March 2023\n\n{T}", T, "Daily Nation"),
        (f"{T} - BBC News", T, "BBC News"),
        (f"{T} | Reuters", T, "Reuters"),
        (f"{T} - Kenya News Agency - kenyanews.go.ke", T, "Kenya News Agency"),
        (f"{T} – minister", f"{T} – minister", None),
        ("Kenya: Uganda agrees to reopen border", "Kenya: Uganda agrees to reopen border", None),
        (
            "“We will open the road”: Kenya and Uganda agree",
            "“We will open the road”: Kenya and Uganda agree",
            None,
        ),
        (f"Home\nNews\nAfrica\n\n{T}", T, None),
        (f"Home / News / Africa / Kenya\n\n{T}", T, None),
        (f"You are here: Home > News\n\n{T}", T, None),
        (f"{T}\n=============", T, None),
        (f"Date: 9 March 2023\nTitle: {T}\nSource: Daily Nation", T, "Daily Nation"),
        (
            "Kenya and Uganda agreed to reopen the border on\nThursday, officials of both "
            "countries told\nreporters.",
            "",
            None,
        ),
        ("NAIROBI (AP) --", "", "AP"),
        ("NAIROBI, Kenya (Reuters) -", "", "Reuters"),
    ],
)
def test_title_is_told_from_what_stands_around_it(top: str, title: str, source: str | None) -> None:
    article = read_text(f"{top}\n\n{BODY}")
    assert (article.title, article.source) == (title, source)
    assert article.text.startswith(title)
    assert article.text.endswith(BODY)
