"""Several articles in one text: split where it is sure, told where it is not, else one."""

from __future__ import annotations

import pytest

from briefing.reading import Failure, read_upload
from tests.reading.handed_in import BODY, P1, P2, P3, T

U = "Bolivia opens road to the coast"
Q = (
    "Bolivia opened a road of 300 kilometres to the coast of Chile on Monday, the ministry of "
    "works said in a statement.\n\nThe road was paid for by a bank of both countries."
)
TEN = "=========="


def _titles(text: str) -> list[str]:
    found = list(read_upload(text.encode(), "a.txt"))
    return [str(one.error) if isinstance(one, Failure) else one.title for one in found]


@pytest.mark.parametrize(
    "text",
    [
        f"{T}\n\n{BODY}\n{TEN}\n{U}\n\n{Q}",
        f"{T}\n\n{BODY}\n\n{TEN}{TEN}\n{U}\n\n{Q}",
        f"{T}\n\n{BODY}\n\n  {TEN}\n\n{U}\n\n{Q}",
        f"{TEN}\n{T}\n\n{BODY}\n{TEN}\n{U}\n\n{Q}\n{TEN}\n",
        *(
            f"{T}\nBy Ana Soto, 3 May 2022\n\n{BODY}\n{line}\n{U}\nLa Paz Post, 2 May 2022\n\n{Q}"
            for line in ("=====", "-----", "──────", "\n=====\n", "\n──────\n", "\n———\n")
        ),
    ],
)
def test_lines_between_articles_split(text: str) -> None:
    assert _titles(text) == [T, U]


@pytest.mark.parametrize(
    "text",
    [f"{T}\n\n{BODY}\n\n{TEN}\n\n{Q}", f"{T}\n{P1}\n{TEN}\n{U}\n{Q}", f"{P3}\n{TEN}\n{P1}"],
)
def test_a_line_of_ten_signs_splits_whatever_stands_around_it(text: str) -> None:
    assert len(_titles(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"{T}\nAndean Times, 3 May 2022\n\n{BODY}\n\n\n\n{U}\nLa Paz Post, 2 May 2022\n\n{Q}",
        f"{T}\n\nBy Ana Soto\n3 May 2022\n\n{BODY}\n\n{U}\n\nBy Luis Paz\n2 May 2022\n\n{Q}",
        f"Article 1\n\n{T}\n\n{BODY}\n\nArticle 2\n\n{U}\n\n{Q}",
        f"Press review\n\n1) {T} (Andean Times, 3 May 2022)\n{P1}\n{P3}\n\n"
        f"2) {U} (La Paz Post, 2 May 2022)\n{Q}",
        f"1. {T} (Andean Times, 3 May 2022)\n{P1}\n{P3}\n\n2. {U} (La Paz Post, May 2, 2022)\n{Q}",
    ],
)
def test_several_articles_are_not_added_as_one(text: str) -> None:
    (sentence,) = _titles(text)
    assert "several articles" in sentence
    assert "ten “=”" in sentence


ONE = [
    f"{T}\n=====================\n\n{BODY}\n\nThe road\n=====================\n\n{Q}",
    f"{T}\n{TEN}\n\n{BODY}\n\nThe road to the coast\n{TEN}\n\n{Q}",
    f"{T}\n\n{BODY}\n\n-----\n\nThe road\n\n{Q}\n\n-----\n\n{P2}",
    f"{T}\n\n{BODY}\n──────\n{Q}",
    f"{T}\n\nPort | Ships\n-----\nLima | 3\nApia | 4\n\n{BODY}",
    f"{T}\n\nBy Ana Soto\n3 May 2022\n\n{BODY}\n\nWhat did Chile say?\n\n{Q}",
    f"{T}\n\n1. {P1}\n\n2. {P3}\n\n3. {P2}",
    f"The week in the Andes\n\n3 May 2022\n{T}\n{BODY}\n\n4 May 2022\n{U}\n{Q}",
    f"Treaty on Copper\n\nArticle 1\n\nTariffs of the two parties on copper\n\nEach party shall "
    f"lower them.\n\n{P3}\n\nArticle 2\n\nEntry into force of the treaty\n\nIt shall last for "
    f"three years.\n\n{P3}",
    f"Charter of Lima\n\nArticle 1\n\nThe freedom of all ships at sea\n\nAll ships have the "
    f"right to sail.\n\n{P3}\n\nArticle 2\n\nThe duties of all ports\n\nPorts are open.\n\n{P3}",
    f"{T}\n\n{BODY}\n\nSources\n\n1. The price of copper (World Bank, 3 May 2022)\n\n"
    "2. The road to the sea (Andean Times, 2 May 2022)",
    f"{T}\nAndean Times, 3 May 2022\n\n{BODY}\n\nMore on this story\n\n{U}\n"
    "La Paz Post, 2 May 2022\nThe road is open.",
    f"{T}\nAndean Times, 3 May 2022\n\n{BODY}\n\nUpdated by Ana Soto, 4 May 2022",
]


@pytest.mark.parametrize("text", ONE)
def test_an_article_with_rules_and_numbers_stays_one(text: str) -> None:
    (title,) = _titles(text)
    assert "several articles" not in title
