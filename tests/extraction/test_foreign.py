"""Nothing is read in a paragraph of another language; what stands around it is read as ever."""

from __future__ import annotations

import pytest

from briefing.extraction.read import extract
from briefing.reading import read_text

BEFORE = (
    "The two countries have argued over the fishing grounds in the south for more than a year. "
    "The government in Oslo said that it would send two ships to the area, and that it wanted to "
    "talk with all of its neighbours before the end of the month."
)
AFTER = "“We will not wait,” Norway’s foreign minister Kari Nordli told reporters on Wednesday."
FRENCH = (
    "Le ministre russe Sergueï Lavrov a condamné la décision de la Norvège mardi 4 mai 2021, "
    "devant les journalistes. “Nous n’accepterons pas ces menaces”, a déclaré Emmanuel Macron à "
    "Paris après une longue réunion avec ses ministres."
)
SPANISH = (
    "El presidente de Chile visitó ayer la ciudad de Lima y firmó con el presidente del Perú un "
    "acuerdo sobre la pesca en el mar del sur. “No vamos a esperar más”, dijo a los periodistas."
)
UKRAINIAN = (
    "Президент України Володимир Зеленський заявив, що Росія напала на Харків у вівторок, і "
    "закликав Німеччину надати більше зброї."
)


@pytest.mark.parametrize("paragraph", [FRENCH, SPANISH, UKRAINIAN])
def test_nothing_is_read_in_another_language(paragraph: str) -> None:
    english = read_text(f"{BEFORE}\n\n{AFTER}", verbatim=True, published="2021-05-07")
    mixed = read_text(f"{BEFORE}\n\n{paragraph}\n\n{AFTER}", verbatim=True, published="2021-05-07")
    expected, found = extract(english), extract(mixed)
    start = mixed.text.index(paragraph)
    for name in ("mentions", "times", "quotes", "events", "relations"):
        assert not found[name]["start"].between(start, start + len(paragraph)).any(), name
    for name, column in (("quotes", "text"), ("entities", "name"), ("times", "text")):
        assert set(found[name][column]) == set(expected[name][column]), name
    assert found["sentences"]["start"].isin([start]).any(), "its sentences can be searched"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Presidents Emmanuel Macron, Volodymyr Zelensky, Gustavo Petro and Andrzej Duda met "
        "Friedrich Merz, Giorgia Meloni, Pedro Sánchez and Luís Montenegro in Paris on Tuesday.",
        "“Nous sommes prêts,” President Emmanuel Macron said in Paris on Tuesday, and added that "
        "France would send twelve Mirage jets to Ukraine.",
    ],
)
def test_foreign_names_and_words_in_english_are_read(paragraph: str) -> None:
    article = read_text(f"{BEFORE}\n\n{paragraph}\n\n{AFTER}", verbatim=True)
    tables = extract(article)
    start = article.text.index(paragraph)
    assert tables["mentions"]["start"].between(start, start + len(paragraph)).any()
