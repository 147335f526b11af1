"""Marks are lost: other people's words never become verbatim words of a speaker."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ReadText

SAYINGS = {
    "the mayor": "The bridge is safe for lorries",
    "the union": "Wages must rise by half",
    "the bank": "Rates will stay where they are",
    "the envoy": "Both armies have left the valley",
    "the court": "The law breaks the old treaty",
    "the bishop": "Nobody should sleep in the street",
}
FORMS = (
    "{o}{words},{c} {who} said.",
    "{o}{words},{c} said {who}.",
    "{Who} said: {o}{words}.{c}",
    "{Who} wrote, {o}{words}.{c}",
    "{words}, {who} said.",
    "{Who} said that {small}.",
)
MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("''", "''"))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text of a few sayings, a closing or opening mark of it lost here and there."""
    opening, closing = draw(st.sampled_from(MARKS))
    pieces = []
    for who in draw(
        st.lists(st.sampled_from(sorted(SAYINGS)), unique=True, min_size=1, max_size=5)
    ):
        words = SAYINGS[who]
        lost = draw(st.sampled_from(("none", "none", "closing", "opening")))
        pieces.append(
            draw(st.sampled_from(FORMS)).format(
                o="" if lost == "opening" else opening,
                c="" if lost == "closing" else closing,
                words=words,
                small=words[0].lower() + words[1:],
                who=who,
                Who=who.capitalize(),
            )
        )
        pieces.append(draw(st.sampled_from((" ", " ", "\n\n"))))
    return "".join(pieces).strip()


@given(text=texts())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_quotes_verbatim_words_are_the_speakers_own(read_text: ReadText, text: str) -> None:
    for quote in read_text(text)._.quotes:
        speaker = ""
        if quote.speaker_start is not None:
            speaker = text[quote.speaker_start : quote.speaker_end].lower()
        for fragment in quote.fragments if speaker else ():
            words = text[fragment.start : fragment.end].rstrip(".,")
            if fragment.verbatim:
                assert words == SAYINGS[speaker]
        for fragment in quote.fragments if not speaker else ():
            words = text[fragment.start : fragment.end].rstrip(".,")
            assert not fragment.verbatim or words in SAYINGS.values()
