"""Which sentences can stand for an article: whole ones that stand alone and carry the story."""

from __future__ import annotations

import pytest

from briefing.library.bottom_line.alone import is_whole, leans
from briefing.library.bottom_line.features import Told, weigh
from briefing.library.bottom_line.filling import lead_in
from briefing.library.bottom_line.picking import Candidate, pick


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana and Togo opened a bridge over the lagoon on Tuesday.", False),
        ("“The bridge will pay for itself,” Ghana's minister Kofi Asare said.", False),
        ("Some 40,000 people crossed the bridge on its first day.", False),
        ("Later this month Ghana will open a second bridge.", False),
        ("They have thus expressed solidarity with Ghana.", True),
        ("“They have thus expressed solidarity,” said Ghana's minister.", True),
        ("However, the bridge deeply divides the two towns.", True),
        ("The news deeply worried Togo's government.", True),
        ("But Togo refused to pay for the bridge.", True),
        ("Later, Togo refused to pay for the bridge.", True),
        ("This followed a dispute between Ghana and Togo.", True),
        ("That’s why Togo refused to pay for the bridge.", True),
        ("In response, Togo closed its side of the bridge.", True),
        ("It is a bridge that Togo never wanted.", True),
        ("Italy paid for the bridge between Ghana and Togo.", False),
        ("Thisted and Aalborg opened a bridge on Tuesday.", False),
    ],
)
def test_sentence_that_leans_on_the_one_before_it_is_known(text: str, expected: bool) -> None:
    assert leans(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana and Togo opened a bridge over the lagoon on Tuesday.", True),
        ("“We paid for it,” said Ghana's minister of transport.", True),
        ("Ghana and Togo open a bridge", False),
        ("Read more: What Ghana said about the bridge over the lagoon.", False),
        ("Photo: Kofi Asare at the opening of the bridge over the lagoon.", False),
        ("and the bridge over the lagoon was opened on Tuesday.", False),
        ("Ghana said “we paid for the bridge over the lagoon.", False),
        ("The Minister for Foreign Affairs of the Republic, the Hon.", False),
        ("Reporting by Ama Mensah in Accra and by Koku Adjei in Lomé.", False),
        ("Ghana pays.", False),
    ],
)
def test_fragments_captions_and_offers_are_no_sentences_of_the_story(
    text: str, expected: bool
) -> None:
    assert is_whole(text) is expected


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("ACCRA (Wire) -- Ghana opened a bridge.", "Ghana opened a bridge."),
        ("ACCRA/LOMÉ – Ghana opened a bridge.", "ACCRA/LOMÉ – Ghana opened a bridge."),
        ("ACCRA/LOME – Ghana opened a bridge.", "Ghana opened a bridge."),
        ("Accra, Tuesday: Ghana opened a bridge.", "Ghana opened a bridge."),
        ("AFRICA\nBridges, at last\nGhana opened one.", "Ghana opened one."),
        ("NATO – the alliance – opened a bridge.", "NATO – the alliance – opened a bridge."),
        ("Ghana opened\na bridge in Aflao.", "Ghana opened\na bridge in Aflao."),
    ],
)
def test_datelines_and_headings_are_left_out(sentence: str, rest: str) -> None:
    assert sentence[lead_in(sentence) :] == rest


LEAD = "Ghana and Togo opened a bridge over the Aflao lagoon on Tuesday after ten years of talks."
MONEY = "Ghana's transport minister Kofi Asare said that tolls would pay for the bridge by 2031."
PAST = "Bridges over the lagoon were common in the 1890s and fell out of use a century ago."
ASKS = "What would Togo's fishermen say of a bridge over the lagoon, and who asked them?"
STORY = (LEAD, MONEY, PAST, ASKS)


def _told(*texts: str) -> list[Told]:
    return [Told(number, number, text) for number, text in enumerate(texts, start=1)]


def test_lead_says_most_and_what_is_past_says_less() -> None:
    scores = [one.score for one in weigh("Ghana and Togo open a bridge", _told(*STORY))]
    assert scores.index(max(scores)) == 0
    assert scores[1] > max(scores[2:])


def test_headline_without_a_title_stands_for_the_title_and_is_not_picked() -> None:
    weighed = weigh("", _told("Ghana and Togo open a bridge.", *STORY))
    assert [one.alone for one in weighed] == [False, True, True, True, False]
    assert max(weighed, key=lambda one: one.score * one.alone).number == 2


def _candidate(number: int, text: str, score: float, *, alone: bool = True) -> Candidate:
    return Candidate(number, text, score, alone)


def test_best_are_picked_in_the_order_of_the_article() -> None:
    found = pick([_candidate(1, LEAD, 3), _candidate(2, PAST, 1), _candidate(3, MONEY, 5)], 2)
    assert [one.number for one in found] == [1, 3]


def test_same_words_again_are_not_picked_twice() -> None:
    again = "A bridge over the Aflao lagoon was opened by Ghana and Togo after ten years of talks."
    found = pick([_candidate(1, LEAD, 5), _candidate(2, again, 4.9), _candidate(3, PAST, 1)], 2)
    assert [one.number for one in found] == [1, 3]


def test_what_leans_is_picked_only_where_too_little_stands_alone() -> None:
    leaning = _candidate(2, MONEY, 9, alone=False)
    alone = [_candidate(1, LEAD, 3), _candidate(3, PAST, 1)]
    assert [one.number for one in pick([leaning, *alone], 2)] == [1, 3]
    assert [one.number for one in pick([leaning, *alone], 3)] == [1, 2, 3]
