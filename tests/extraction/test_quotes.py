"""Who said what: kind, content, speaker, cue, act, addressee and venue of whole sentences."""

from __future__ import annotations

import pytest

from briefing.extraction.facts import Quote
from tests.conftest import ReadText


def _shown(text: str, quote: Quote) -> tuple[str, str, str | None, str | None]:
    def words(start: int | None, end: int | None) -> str | None:
        return None if start is None else text[start:end]

    content = " … ".join(text[piece.start : piece.end] for piece in quote.fragments)
    return (
        quote.kind,
        content,
        words(quote.speaker_start, quote.speaker_end),
        words(quote.cue_start, quote.cue_end),
    )


SENTENCES = [
    (
        "“Prices will fall,” the minister said.",
        [("direct", "Prices will fall,", "the minister", "said")],
    ),
    (
        '"Prices will fall," said Anna Berg, the head of the central bank. "Wages won\'t."',
        [
            (
                "direct",
                "Prices will fall, … Wages won't.",
                "Anna Berg, the head of the central bank",
                "said",
            )
        ],
    ),
    (
        "“We are ready,” Mr Tanaka said, “to talk to anybody.”",
        [("direct", "We are ready, … to talk to anybody.", "Mr Tanaka", "said")],
    ),
    (
        "''The harbour is closed,'' Ms. Silva told the council. ''It stays closed.''",
        [("direct", "The harbour is closed, … It stays closed.", "Ms. Silva", "told")],
    ),
    (
        "«The harbour is closed,» the mayor wrote.",
        [("direct", "The harbour is closed,", "the mayor", "wrote")],
    ),
    (
        "‘The talks were “useful”,’ the envoy said. ‘We will meet again.’",
        [("direct", "The talks were “useful”, … We will meet again.", "the envoy", "said")],
    ),
    (
        "In the words of the envoy, “the talks were useful and long”.",
        [("direct", "the talks were useful and long", "the envoy", "words")],
    ),
    (
        "The envoy said: “The talks were useful.”",
        [("direct", "The talks were useful.", "The envoy", "said")],
    ),
    (
        "The minister said that prices would fall.",
        [("indirect", "that prices would fall", "The minister", "said")],
    ),
    (
        "Prices will fall, the minister said.",
        [("indirect", "Prices will fall", "the minister", "said")],
    ),
    (
        "The price, the minister said, is too high.",
        [("indirect", "The price … is too high", "the minister", "said")],
    ),
    (
        "The plan, the bank told them, was simple.",
        [("indirect", "The plan … was simple", "the bank", "told")],
    ),
    (
        "Prices will fall, according to a survey by the bank.",
        [("indirect", "Prices will fall", "a survey by the bank", "according")],
    ),
    (
        "As the bank reported, prices will fall.",
        [("indirect", "prices will fall", "the bank", "reported")],
    ),
    (
        "The general resigned, saying that the war was lost.",
        [("indirect", "that the war was lost", "The general", "saying")],
    ),
    (
        "The minister said the bridge “will never be built” in his lifetime.",
        [("mixed", "the bridge … will never be built … in his lifetime", "The minister", "said")],
    ),
    (
        "The senator called the treaty “a gift to smugglers.”",
        [("mixed", "the treaty … a gift to smugglers.", "The senator", "called")],
    ),
    (
        "His claim that the bridge is safe was rejected.",
        [("indirect", "that the bridge is safe", "His", "claim")],
    ),
    (
        "The envoy said that talks went on, but that the army “wants war.”",
        [("mixed", "that talks went on, but that the army … wants war.", "The envoy", "said")],
    ),
    (
        "Taxes will fall, ministers said, because growth is strong.",
        [("indirect", "Taxes will fall … because growth is strong", "ministers", "said")],
    ),
    (
        "“Taxes will fall,” read one sign.",
        [("direct", "Taxes will fall,", "one sign", "read")],
    ),
    (
        "Both France and Spain deny that they sold weapons.",
        [("indirect", "that they sold weapons", "Both France and Spain", "deny")],
    ),
    (
        "The bank issued a statement saying that rates would rise.",
        [("indirect", "that rates would rise", "The bank", "saying")],
    ),
    (
        "The king was quoted as saying that the border was closed.",
        [("indirect", "that the border was closed", "The king", "saying")],
    ),
    (
        "Minister: Fuel will not get cheaper this year",
        [("indirect", "Fuel will not get cheaper this year", "Minister", ":")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_quotes_sentence(
    read_text: ReadText, text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    doc = read_text(text)
    assert [_shown(text, quote) for quote in doc._.quotes] == expected


BOUNDARIES = [
    (
        "She explained two visits per week is more often than usual for the town.",
        "two visits per week is more often than usual for the town",
    ),
    # What the parser breaks off goes on.
    (
        "The minister said the men freed by the court were in poor health.",
        "the men freed by the court were in poor health",
    ),
    (
        "The minister proposed a tax of ten percent to help the ports.",
        "a tax of ten percent to help the ports",
    ),
    (
        "The minister said that he was “tired of it,” but that he would stay.",
        "that he was … tired of it, … but that he would stay",
    ),
    # What the writer adds is not reported.
    ("The minister said he would resign, as have two others.", "he would resign"),
    ("Half of them said they liked the plan, while a third disliked it.", "they liked the plan"),
    ("The minister said the port would close, a move that upset the town.", "the port would close"),
    ("The minister has said she wants peace and has praised the talks.", "she wants peace"),
    (
        "The minister called the plan “a real mess,” linking to a report on it.",
        "the plan … a real mess,",
    ),
    # What a colon explains, and what holds in the present, was said.
    (
        "The minister noted that one thing is clear: the talks have failed.",
        "that one thing is clear: the talks have failed",
    ),
    (
        "The minister said the talks are over, and the town has to act.",
        "the talks are over, and the town has to act",
    ),
    # Whom it is for, and "not", belong to a deed.
    ("The minister urged both sides to stop.", "both sides to stop"),
    ("The minister called on both sides to stop.", "both sides to stop"),
    ("The minister vowed not to leave.", "not to leave"),
    # A noun's clause goes with its noun.
    ("The minister repeated his claim that the ship was safe.", "his claim that the ship was safe"),
    # What somebody is called in marks.
    (
        "The minister called the ruling of the court on Monday “childish”.",
        "the ruling of the court on Monday … childish",
    ),
    # Attributions inside a sentence.
    (
        "On top of that, opponents say, the tax will raise prices.",
        "On top of that … the tax will raise prices",
    ),
    (
        "But there is a risk, some ministers said, that the bank would fail.",
        "But there is a risk … that the bank would fail",
    ),
    ("That plan, many argue, could cost jobs.", "That plan … could cost jobs"),
    # Datelines are not spoken.
    ("OSLO, Norway (Wire) — Three men were arrested, police said.", "Three men were arrested"),
]


@pytest.mark.parametrize(("text", "content"), BOUNDARIES)
def test_quotes_content_ends_where_the_words_end(
    read_text: ReadText, text: str, content: str
) -> None:
    quote = read_text(text)._.quotes[0]
    assert _shown(text, quote)[1] == content


SPEAKERS = [
    ("OSLO (Wire) — Anna Berg said the port was shut.", "Anna Berg"),
    ("Berg says Norway fired on two boats on Tuesday, calling it a diversion.", "Berg"),
    ("Berg said Lund had denied the report, calling it a lie.", "Lund"),
    ("Paul Berg quoted Mary Lund as saying that the pact was dead.", "Mary Lund"),
    ("The delay led some to say that the plan was dead.", "some"),
    ("Lund told a rally in Oslo, saying that the plan was dead.", "Lund"),
    ("Lund made a point of saying the plan was dead.", "Lund"),
    ("The critics are quick to say that the plan was dead.", "The critics"),
    ("Sen. Anna Berg (R-Texas) said the port was shut.", "Sen. Anna Berg (R-Texas)"),
    (
        "The President-elect and his aides said the memo was false.",
        "The President-elect and his aides",
    ),
    ("A top-ranking county official told media he was worried.", "A top-ranking county official"),
    ("The plan, Weber said in an interview Sunday, could mean less money for towns.", "Weber"),
    (
        "Anna Berg, whose son is a student there, had this to say: “My son is ill and I worry.”",
        "Anna Berg",
    ),
    (
        "“The ruling followed the law,” a judge, who did not want to be named, told CNN.",
        "a judge",
    ),
    (
        "The port’s plea “will be reviewed soon,” army spokesman Lt. Colonel Tom Lund said.",
        "army spokesman Lt. Colonel Tom Lund",
    ),
    (
        "According to some Polish writers like Jan Nowak, the towns are growing fast.",
        "some Polish writers like Jan Nowak",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_quotes_speaker_as_written(read_text: ReadText, text: str, speaker: str) -> None:
    quote = read_text(text)._.quotes[-1]
    assert _shown(text, quote)[2] == speaker


ACTS = [
    ("The minister warned Japan against the plan.", "warns"),
    ("The ministry denied that it had paid them.", "denies"),
    ("The spokesman confirmed that talks had begun.", "confirms"),
    ("The president vowed to close the border.", "promises"),
    ("The general threatened to close the strait.", "threatens"),
    ("The union demanded that the factory reopen.", "demands"),
    ("The envoy urged both sides to stop.", "urges"),
    ("The minister praised the quick response.", "praises"),
    ("The council condemned the attack on the port.", "condemns"),
    ("The judge asked whether the papers were genuine.", "asks"),
    ("The company declined to comment on the report.", "declines-to-comment"),
    ("The minister refused to say whether he would resign.", "declines-to-comment"),
    ("The minister would not say whether talks had failed.", "declines-to-comment"),
    ("Neither side would say how many had died.", "declines-to-comment"),
    ("The company did not respond to a request for comment.", "declines-to-comment"),
    ("The general refused to confirm that troops had left.", "declines-to-comment"),
    ("The general did not deny that troops had left.", "declines-to-comment"),
    ("Officials neither confirmed nor denied that the ship had sunk.", "declines-to-comment"),
    ("The minister would not promise to pay.", "declines-to-comment"),
    ("The minister would say only that talks went on.", "says"),
    ("The talks are close, said an envoy who asked not to be named.", "says"),
    ("The president called on both sides to stop.", "urges"),
    ("The party called for new elections.", "urges"),
    ("The minister said that talks had failed.", "says"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_quotes_act(read_text: ReadText, text: str, act: str) -> None:
    quotes = read_text(text)._.quotes
    assert [quote.act for quote in quotes] == [act]


NOT_QUOTED = [
    "The Latest: Harbour To Reopen Soon\n\nThe port is busy.",
    "Shocking: Harbour Will Stay Closed\n\nThe port is busy.",
    "It is too soon to say whether the talks will succeed.",
    "The official asked not to be named because the talks are private.",
    "The aide asked that her name be withheld.",
    "The band played “Summer Rain” until midnight.",
    "The so-called “peace road” was closed.",
    "She read “War and Peace” on the train.",
    "The dogs' owners met in the '90s.",
    "On Thursday, the committee will vote.",
    "The company offers its workers free lunches.",
    "The fall in exports highlights the weakness of the currency.",
    "The day before, the son reported him missing.",
    "If Mary Lund says that the pact is dead, markets will fall.",
    "His face glowed under the lamp, indicating he had touched the powder.",
    "The map was full of green flags indicating where the wells were.",
]


@pytest.mark.parametrize("text", NOT_QUOTED)
def test_quotes_nothing_said(read_text: ReadText, text: str) -> None:
    assert read_text(text)._.quotes == []


def test_quotes_several_paragraphs_are_one(read_text: ReadText) -> None:
    text = (
        "“We came in peace.\n\n“We leave in peace,” the captain said.\n\nThe crew sailed at dawn."
    )
    (quote,) = read_text(text)._.quotes
    assert [text[it.start : it.end] for it in quote.fragments] == [
        "We came in peace.",
        "We leave in peace,",
    ]
    assert quote.kind == "direct"


def test_quotes_one_bad_mark_spoils_no_other_paragraph(read_text: ReadText) -> None:
    text = (
        "The mayor called it “a day of joy.\n\n“We are proud,” the mayor said.\n\n"
        "“So am I,” his wife said."
    )
    found = [_shown(text, quote)[1:3] for quote in read_text(text)._.quotes]
    assert ("We are proud,", "the mayor") in found
    assert ("So am I,", "his wife") in found


def test_quotes_neighbours_in_marks_are_two_speakers(read_text: ReadText) -> None:
    text = 'Paul Berg said: "The pact is dead." "I agree," Mary Lund said.'
    found = [_shown(text, quote)[1:3] for quote in read_text(text)._.quotes]
    assert found == [("The pact is dead.", "Paul Berg"), ("I agree,", "Mary Lund")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "'We are ready,' says Paul Berg.'We always train.' He left.",
            "We are ready, … We always train.",
        ),
        (
            "Paul Berg said: “The road is shut. “It will open soon. “We are sorry.” He left.",
            "The road is shut. … It will open soon. … We are sorry.",
        ),
        (
            "Paul Berg said: “The road is shut. “Shut” is what I said.” He left.",
            "The road is shut. “Shut” is what I said.",
        ),
    ],
)
def test_quotes_marks_without_blanks_and_line_breaks(
    read_text: ReadText, text: str, content: str
) -> None:
    (quote,) = read_text(text)._.quotes
    assert _shown(text, quote)[:2] == ("direct", content)


def test_quotes_transcript_gives_every_turn_its_name(read_text: ReadText) -> None:
    text = (
        "BERG: We need to talk about the pact now.\n\nLUND: I have nothing to add, Paul.\n\n"
        "BERG: That is what I feared you would think.\n\nLUND: Then we are done here today."
    )
    speakers = [_shown(text, quote)[2] for quote in read_text(text)._.quotes]
    assert speakers == ["BERG", "LUND", "BERG", "LUND"]


def test_quotes_sentence_in_marks_goes_on_with_its_speaker(read_text: ReadText) -> None:
    text = "Anna Berg said the bridge was safe. “I drive over it every day.”"
    first, second = read_text(text)._.quotes
    assert first.speaker_id == second.speaker_id == "person:anna-berg"
    assert (first.part, second.part) == (1, 2)
    assert second.kind == "direct"


def test_quotes_speaker_of_next_paragraph(read_text: ReadText) -> None:
    text = "Anna Berg was angry when she left the meeting:\n\n“Nobody listened to us.”"
    quotes = read_text(text)._.quotes
    assert [quote.speaker_id for quote in quotes if quote.kind == "direct"] == ["person:anna-berg"]


def test_quotes_but_before_an_attribution_is_not_spoken(read_text: ReadText) -> None:
    text = "But, Anna Berg said, “the talks will go on.”"
    (quote,) = read_text(text)._.quotes
    assert (quote.kind, text[quote.start : quote.end]) == ("direct", "the talks will go on.")


def test_quotes_embedded_speech_has_two_speakers(read_text: ReadText) -> None:
    text = "Anna Berg said Peter Lund had told her that the mine was closed."
    speakers = {quote.speaker_id for quote in read_text(text)._.quotes}
    assert speakers == {"person:anna-berg", "person:peter-lund"}


def test_quotes_several_speakers_all_take_part(read_text: ReadText) -> None:
    (quote,) = read_text("Both France and Spain deny that they sold weapons.")._.quotes
    speaking = {party.country for party in quote.parties if party.part == "speaker"}
    assert speaking == {"FRA", "ESP"}


def test_quotes_unnamed_speaker_speaks_for_its_country(read_text: ReadText) -> None:
    (quote,) = read_text("Norwegian officials said that the port was closed.")._.quotes
    speaking = [party for party in quote.parties if party.part == "speaker"]
    assert [(party.entity_id, party.country) for party in speaking] == [(None, "NOR")]


@pytest.mark.parametrize(
    ("text", "speaker", "form"),
    [
        ("The Norwegian government said the port was closed.", "country:NOR", "government"),
        ("Environment Canada says snow will fall in the north.", None, "name"),
        ("The government of Norway said the port was closed.", "country:NOR", "government"),
        ("Norway's government said the port was closed.", "country:NOR", "government"),
        ("The Norwegian regional government said the port was closed.", None, "description"),
        ("The government said the port was closed.", None, "description"),
    ],
)
def test_quotes_government_speaks_as_its_country(
    read_text: ReadText, text: str, speaker: str | None, form: str
) -> None:
    (quote,) = read_text(text)._.quotes
    assert (quote.speaker_id, quote.speaker_form) == (speaker, form)


def test_quotes_mentioned_countries_take_part(read_text: ReadText) -> None:
    (quote,) = read_text("The minister said that Norway would help Iceland.")._.quotes
    mentioned = {party.country for party in quote.parties if party.part == "mentioned"}
    assert mentioned == {"NOR", "ISL"}


SETTINGS = [
    ("Anna Berg warned Japan that the pact would end.", "country:JPN", None),
    (
        "Paul Berg told Sweden's defence minister, Mary Lund, that the pact was dead.",
        "person:mary-lund",
        None,
    ),
    ("Anna Berg told Reuters that the pact would end.", "organisation:reuters", None),
    ("Anna Berg told reporters that the pact would end.", None, "told reporters"),
    ("“The pact is over,” Anna Berg wrote on Twitter.", None, "on Twitter"),
    ("“The pact is over,” Anna Berg wrote on X.", None, "on X"),
    ("Talks were held at X-Labs. Anna Berg said at X-Labs that the pact was over.", None, None),
    (
        "In an interview with Reuters, Anna Berg said the pact would end.",
        "organisation:reuters",
        "In an interview with Reuters",
    ),
    (
        "Anna Berg said at a news conference that the pact would end.",
        None,
        "at a news conference",
    ),
]


@pytest.mark.parametrize(("text", "addressee", "venue"), SETTINGS)
def test_quotes_setting(
    read_text: ReadText, text: str, addressee: str | None, venue: str | None
) -> None:
    (quote,) = read_text(text)._.quotes
    assert (quote.addressee_id, quote.venue) == (addressee, venue)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The head of the harbour protection unit, Detective Sergeant Paul Weber, agrees "
            "thefts are a problem.",
            "person:paul-weber",
        ),
        ("A spokesman for the former president, Jan Novak, said talks had failed.", None),
        ("A lawyer for the president, Jan Novak, said talks had failed.", None),
    ],
)
def test_quotes_name_behind_a_description(
    read_text: ReadText, text: str, speaker: str | None
) -> None:
    (quote,) = read_text(text)._.quotes
    assert quote.speaker_id == speaker


def test_quotes_whom_a_later_clause_is_about_is_not_addressed(read_text: ReadText) -> None:
    text = "The women, 21 and 26, told police Berg threatened to stab them."
    assert {quote.addressee_id for quote in read_text(text)._.quotes} == {None}


def test_quotes_unnamed_speaker_stays_unnamed(read_text: ReadText) -> None:
    text = "Anna Berg resigned. Critics said that she had failed."
    (quote,) = read_text(text)._.quotes
    assert quote.speaker_id is None
    assert quote.speaker_form == "description"
    assert text[quote.speaker_start : quote.speaker_end] == "Critics"
