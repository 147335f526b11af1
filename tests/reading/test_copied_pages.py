"""Whole pages as a browser copies them: of what surrounds the article nothing is left in it."""

from __future__ import annotations

import pytest

from briefing.reading import read_text

PARAGRAPHS = (
    "Ghana's energy minister Kofi Boateng said on Monday that Togo had agreed to buy power from "
    "the new dam.",
    "“This is good for both of us,” Boateng told reporters in Accra.",
    "Togo has not commented. Its government rejected a similar offer in 2019.",
    "The dam was paid for by a bank in Abidjan and opened last year.",
)
TITLE = "Ghana to sell power to Togo, minister says"

PAGES = {
    "a broadcaster": """
BBC Homepage
Skip to content
Accessibility Help
Your account
Notifications
Home
News
Sport
More menu
Search BBC

BBC News
Menu
Home
InDepth
World
Africa

{T}

Published
2 May 2022

Share
Save
Kwame Asante
BBC News, Accra

Image source, Getty Images
Image caption,
The dam was opened last year

{A}

{B}

Related topics
Africa
Ghana
More on this story

Togo opens first solar plant
12 April 2022

{C}

{D}

You may also be interested in:

Why Ghana's cocoa farmers are angry
The woman who built a school in Lomé

Related Topics
Ghana
Togo
Energy
""",
    "a daily": """
Skip to main content
Skip to navigation
Print subscriptions
Sign in
Search jobs
International edition
The Guardian - Back to home
News
Opinion
Sport
Culture

World
Europe
US
Americas

Ghana

{T}

Deal would end a quarrel of ten years over the Volta

Kofi Mensah in Accra
Mon 2 May 2022 15.20 BST
Share

{A}

{B}

Sign up to First Edition
Free daily newsletter

Our morning email breaks down the key stories of the day
Enter your email address
Sign up
Privacy Notice: Newsletters may contain info about charities and online ads.
after newsletter promotion

{C}

{D}

Explore more on these topics
Ghana
Togo
Africa
news
Share
Reuse this content
""",
    "a broadcaster with lists": """
News|Energy

{T}

Deal comes after years of talks between the neighbours.

The Akosombo dam in Ghana [File: Francis Kokoroko/Reuters]

By Al Jazeera Staff
Published On 2 May 2022

{A}

Keep reading
list of 3 items
list 1 of 3
Togo opens first solar plant
list 2 of 3
Ghana seeks loan from IMF
list 3 of 3
Benin and Niger reopen border
end of list

{B}

Advertisement

{C}

{D}

Source: Al Jazeera and news agencies
""",
    "an agency": """
{T}
By Kofi Mensah
May 2, 2022 3:20 PM GMT Updated 3 years ago

[1/2]Workers at the dam, March 1, 2021. REUTERS/Francis Kokoroko Purchase Licensing Rights

Summary
Companies
Togo agrees to buy power from dam
Price not yet known

ACCRA, May 2 (Reuters) - {A}

{B}

Advertisement · Scroll to continue

{C}

{D}

The Reuters Daily Briefing newsletter provides all the news you need. Sign up here.

Reporting by Kofi Mensah in Accra; Writing by Ama Owusu; Editing by Luis Paz

Our Standards: The Thomson Reuters Trust Principles., opens new tab

Purchase Licensing Rights
""",
    "a channel": """
World
Africa
{T}
By Kofi Mensah, CNN
 2 minute read
Published 11:20 AM EDT, Mon May 2, 2022

Link Copied!

The dam at Akosombo. Francis Kokoroko/Reuters/File
Accra, Ghana
CNN
 —
{A}

{B}

RELATED ARTICLE
Togo opens first solar plant

{C}

{D}

CNN’s Ama Owusu contributed to this report.
""",
    "an agency of old": """
{T}
By KOFI MENSAH
Updated 3:20 PM GMT, May 2, 2022
Share
ACCRA, Ghana (AP) — {A}

{B}

FILE - The Akosombo dam is seen in Ghana, March 1, 2021. (AP Photo/Misper Apawu, File)

{C}

{D}

___

Associated Press writer Ama Owusu in Lomé contributed to this report.

___

Follow AP’s coverage of Africa at https://apnews.com/hub/africa
""",
}
"""Pages with the places of title and paragraphs, in the order of their kinds' own pages."""

SIGNED = {
    "a broadcaster": ("Kwame Asante", "BBC News"),
    "a daily": ("Kofi Mensah", None),
    "a broadcaster with lists": (None, "Al Jazeera"),
    "an agency": ("Kofi Mensah", "Reuters"),
    "a channel": ("Kofi Mensah", "CNN"),
    "an agency of old": ("KOFI MENSAH", "AP"),
}


@pytest.mark.parametrize("page", list(PAGES))
def test_page_is_read_without_what_surrounds_the_article(page: str) -> None:
    words = dict(zip("ABCD", PARAGRAPHS, strict=True))
    article = read_text(PAGES[page].format(T=TITLE, **words))
    assert article.title == TITLE
    assert (article.author, article.source) == SIGNED[page]
    assert article.published == "2022-05-02"
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    body = article.text[article.text.index("Ghana's energy") :]
    assert body == "\n\n".join(PARAGRAPHS)
    assert all(
        words not in article.text
        for words in ("Share", "newsletter", "Togo opens first solar plant", "REUTERS", "Photo")
    )
