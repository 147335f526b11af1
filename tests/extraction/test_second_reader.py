"""The second reader: how it is asked, what it refuses and proposes, and that it is steady."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefing.article import Article
from briefing.extraction import pipeline
from briefing.extraction.second_reader import judge
from briefing.extraction.second_reader.candidates import marked_in
from briefing.extraction.second_reader.encoder import Answer, Text, answers
from briefing.extraction.second_reader.marks import OTHER, Marked, mark_word, written
from briefing.extraction.second_reader.telling import telling_words
from briefing.tables import QUADS
from tests.conftest import ReadText

OPEN = (0.4, 0.3, 0.2, 0.1)
"""Standings of which the reader is not sure enough to go before the engine."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya warned Somalia.", "[1] country warned [2] country."),
        ("The Netherlands thanked Peru.", "[1] country thanked [2] country."),
        (
            "Kenyan troops shelled a Somali port.",
            "[1] national troops shelled a [2] national port.",
        ),
        ("Kenyans thanked Somalis.", "[1] nationals thanked [2] nationals."),
        ("Nairobi is at odds with Mogadishu.", "[1] capital is at odds with [2] capital."),
        (
            "Kenya and Somalia met. The two sides signed a pact.",
            "[1] country and [2] country met. [1] [2] The two sides signed a pact.",
        ),
    ],
)
def test_a_sentence_is_asked_about_without_its_names(
    read_text: ReadText, text: str, expected: str
) -> None:
    doc = read_text(text)
    marked = marked_in(doc[:])
    codes = dict.fromkeys(code for item in marked for code in item.codes)
    asked = written(doc.text, marked, {code: number for number, code in enumerate(codes, 1)})
    for number in range(1, 4):
        expected = expected.replace(f"[{number}]", mark_word(number))
    assert asked.lower() == expected.lower()


def test_a_country_without_a_mark_of_its_own_keeps_its_place() -> None:
    marked = [Marked(0, 5, "name", ("KEN",)), Marked(10, 14, "name", ("PER",))]
    assert written("Kenya and Peru met.", marked, {"KEN": 1}) == (
        f"{mark_word(1)} country and {mark_word(OTHER)} country met."
    )


@pytest.mark.parametrize(
    ("text", "source", "target", "word"),
    [
        ("Kenya told Somali envoys to leave.", "KEN", "SOM", "told"),
        ("Kenyan guns fired at Somali posts.", "KEN", "SOM", "fired"),
        ("Talks between Kenya and Somalia ended on Monday.", "KEN", "SOM", "Talks"),
        ("The Kenyan minister left, and Peru thanked Somalia.", "PER", "SOM", "thanked"),
        ("Kenya, which borders Ethiopia, warned Somalia.", "KEN", "SOM", "warned"),
    ],
)
def test_the_word_that_tells_joins_the_two(
    read_text: ReadText, text: str, source: str, target: str, word: str
) -> None:
    doc = read_text(text)
    assert telling_words(next(doc.sents), source, target)[0].text == word


def _holding(monkeypatch: pytest.MonkeyPatch, held: Mapping[tuple[str, str, str], float]) -> None:
    """Let the reader hold what a test says, and 0 of everything else it is asked."""

    def asked(text: Text) -> dict[tuple[str, str], Answer]:
        return {
            (a, b): Answer(tuple(held.get((a, b, quad), 0.0) for quad in QUADS), (OPEN,) * 4)
            for a in text.countries
            for b in text.countries
            if a != b
        }

    monkeypatch.setattr(judge, "answers", asked)


RELATION = "Kenya condemned Somalia on Monday."
CONFLICT, AID = "verbal-conflict", "material-cooperation"


@pytest.mark.parametrize(
    ("p", "certainty"),
    [(judge.AGREED, "high"), (judge.DOUBTED, "moderate"), (judge.REFUSED, "low"), (0.0, None)],
)
def test_a_row_of_the_rules_is_as_certain_as_both_hold_it(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch, p: float, certainty: str | None
) -> None:
    _holding(monkeypatch, {("KEN", "SOM", CONFLICT): p})
    rows = read_text(RELATION)._.relations
    assert [row.certainty for row in rows] == ([certainty] if certainty else [])
    assert all(row.basis == "grammar" for row in rows)


def test_a_row_that_only_the_reader_holds_says_so(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    _holding(monkeypatch, {("KEN", "SOM", AID): 0.99})
    (row,) = read_text("Kenya may have painted a Somali bridge.")._.relations
    assert (row.source, row.target, row.quad, row.basis) == ("KEN", "SOM", AID, "reader")
    assert row.certainty != "high"
    assert row.standing.standing == "possible"


def test_rows_of_one_word_hold_together(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    _holding(monkeypatch, {("NER", "MLI", CONFLICT): 0.99})
    rows = read_text("Niger condemned Mali, Benin and Chad.")._.relations
    assert {(row.target, row.certainty) for row in rows} == {
        ("MLI", "high"),
        ("BEN", "high"),
        ("TCD", "high"),
    }


@pytest.mark.parametrize("sure", [("KEN",), ("SOM",), ("KEN", "SOM")])
def test_both_ways_of_a_relation_have_one_standing(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch, sure: tuple[str, ...]
) -> None:
    told = (0.99, *(0.01 / 3,) * 3)
    ways = (("KEN", "SOM"), ("SOM", "KEN"))

    def asked(text: Text) -> dict[tuple[str, str], Answer]:
        return {
            (a, b): Answer((0.99, 0, 0, 0), (told if a in sure else OPEN,) * 4) for a, b in ways
        }

    monkeypatch.setattr(judge, "answers", asked)
    rows = read_text("Kenya and Somalia may hold talks in May.")._.relations
    assert {(row.source, row.target) for row in rows} == set(ways)
    (standing,) = {row.standing.standing for row in rows}
    assert standing == ("asserted" if len(sure) == 2 else "possible")


def test_opposite_readings_are_only_possible(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    _holding(monkeypatch, {("KEN", "SOM", "verbal-cooperation"): 0.99})
    assert [(row.quad, row.certainty) for row in read_text(RELATION)._.relations] == [
        (CONFLICT, "low")
    ]


def test_words_for_two_countries_give_each_its_own_entity(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    _holding(monkeypatch, {("SOM", "PER", AID): 0.99})
    doc = read_text("Kenya and Somalia met. The two sides painted a bridge in Peru.")
    (row,) = (row for row in doc._.relations if row.basis == "reader")
    assert [(party.entity_id, party.country) for party in row.parties] == [
        ("country:SOM", "SOM"),
        ("country:PER", "PER"),
    ]


def test_new_pairs_are_not_added_to_what_the_rules_read(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    _holding(monkeypatch, {("KEN", "SOM", CONFLICT): 0.99, ("PER", "SOM", AID): 0.99})
    rows = read_text("With Peru watching, Kenya condemned Somalia.")._.relations
    assert {(row.source, row.target) for row in rows} == {("KEN", "SOM")}


def test_what_is_no_act_of_a_state_is_not_proposed(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    _holding(monkeypatch, {("KEN", "SOM", CONFLICT): 0.99})
    assert not read_text("A Kenyan tourist condemned Somalia.")._.relations


def test_what_it_is_not_sure_of_is_no_row(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    _holding(monkeypatch, {("KEN", "SOM", AID): judge.PROPOSED - 0.01})
    assert not read_text("Kenya painted a Somali bridge.")._.relations


def test_both_ways_are_two_rows(read_text: ReadText, monkeypatch: pytest.MonkeyPatch) -> None:
    _holding(monkeypatch, {("KEN", "SOM", AID): 0.99, ("SOM", "KEN", AID): 0.6})
    rows = read_text("Kenya and Somalia may have painted a bridge.")._.relations
    assert {(row.source, row.target) for row in rows} == {("KEN", "SOM"), ("SOM", "KEN")}
    assert {row.standing.standing for row in rows} == {"possible"}


@pytest.mark.parametrize(
    ("text", "source", "target", "quad"),
    [
        ("Peru shelled Chilean positions near the border.", "PER", "CHL", "material-conflict"),
        ("Peru thanked Chile for its help after the flood.", "PER", "CHL", "verbal-cooperation"),
        ("Peru accused Chile of bad faith.", "PER", "CHL", "verbal-conflict"),
        ("Peru sent Chile two hundred tonnes of rice.", "PER", "CHL", "material-cooperation"),
    ],
)
def test_the_trained_reader_knows_plain_acts(
    read_text: ReadText, text: str, source: str, target: str, quad: str
) -> None:
    doc = read_text(text)
    answer = answers(Text(doc.text, marked_in(doc[:])))[source, target]
    assert max(zip(answer.quads, QUADS, strict=True))[1] == quad


@pytest.mark.parametrize(
    "text",
    [
        "A bakery in Peru sells bread from Chile.",
        "Peru and Chile lie on the same coast.",
        "The swimmer from Peru beat her rival from Chile.",
    ],
)
def test_what_is_no_relation_is_not_proposed(read_text: ReadText, text: str) -> None:
    assert not read_text(text)._.relations


def test_a_text_has_the_same_answers_in_every_company(read_text: ReadText) -> None:
    texts = [RELATION, "Peru sent Chile two hundred tonnes of rice, Bolivia said on Monday."]
    alone = [read_text(text)._.relations for text in texts]
    together = [doc._.relations for doc in pipeline.docs([Article(text=t) for t in texts * 3])]
    assert together == alone * 3
