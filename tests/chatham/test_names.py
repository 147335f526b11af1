"""Names are found in every form, and words that only look like them are left."""

from __future__ import annotations

import pytest

from briefing.library.chatham.names import Names

FOUND = (
    ("Yoon Suk-yeol", "President Yoon said", "A participant said"),
    ("Yoon Suk-yeol", "Mr. Yoon’s delegation", "A participant’s delegation"),
    ("Yoon Suk-yeol", "YOON SUK YEOL, left", "A participant, left"),
    ("Yoon Suk-yeol", "He met Yoon Suk-Yeol and Kono", "He met a participant and Kono"),
    ("Yoon Suk-yeol", "see #YoonSukyeol here", "see a participant here"),
    ("Yoon Suk-yeol", "write to suk.yoon@example.org now", "write to a participant now"),
    ("Yoon Suk-yeol", "Yo\u00adon said", "A participant said"),
    ("Recep Tayyip Erdoğan", "that Erdogan and ERDOĞAN", "that a participant and a participant"),
    ("Recep Tayyip Erdoğan", "Erdog\u0306an said", "A participant said"),
    ("Theresa May", "on 5 May 2024 May said it may", "on 5 May 2024 a participant said it may"),
    ("Anna Young", "young people and Anna Young", "young people and a participant"),
    ("Donald Trump", "Trumpism, and the Trump years", "A participant, and a participant years"),
    ("Ursula von der Leyen", "von der Leyen said", "A participant said"),
    (
        "Ana Lund",
        "by Lund. Lund and A. B. Lund",
        "by a participant. A participant and a participant",
    ),
    ("Xi Jinping", "Xi and Taxi", "A participant and Taxi"),
    ("Ana de Sá", "the sale of SA shares", "the sale of a participant shares"),
)
LEFT = (
    ("Rees Ward", "the trees were 30 degrees warm"),
    ("Yoon Suk-yeol", "the president of the council"),
    ("Ana Lund", "London and Lundy are places"),
    ("", "nobody at all"),
)


@pytest.mark.parametrize(("name", "text", "without"), FOUND)
def test_a_name_is_taken_out(name: str, text: str, without: str) -> None:
    assert Names([name]).without(text) == without


@pytest.mark.parametrize(("name", "text"), LEFT)
def test_other_words_stay(name: str, text: str) -> None:
    assert Names([name]).without(text) == text


def test_other_words_that_tell_who_it_is_go_as_a_whole() -> None:
    words = Names(["Ana Lund"], ["the trade minister", "Blue House"])
    said = words.without("The Trade  Minister of the blue-house, and the minister of trade")
    assert said == "A participant of a participant, and the minister of trade"


def test_values_of_every_shape_lose_the_name() -> None:
    words = Names(["Ana Lund"])
    held = {"Lund": ["by Ana Lund", 3, None, ("https://x.test/lund-speaks",)]}
    assert words.out_of(held) == {"A participant": ["by a participant", 3, None, ("",)]}
