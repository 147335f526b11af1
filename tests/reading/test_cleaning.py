"""What copying does to a text is mended before the text is fixed, and what is right stays."""

from __future__ import annotations

import textwrap

import pytest

from briefing.reading import read_bytes, read_text
from briefing.reading.steps import clean


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The har-\nbour of Fin-\nland is well-\nknown.", "The harbour of Finland is well-known."),
        ("A US-\nled fleet and Anglo-\nFrench ships", "A US-led fleet and Anglo-French ships"),
        ("They re-elect him; to re-\nelect him", "They re-elect him; to re-elect him"),
        ("two-\nor three-day talks", "two-\nor three-day talks"),
        ("The storm -\nsaid to be over", "The storm -\nsaid to be over"),
        ("Fi\u200bji war\u00adned \u200eTonga\u200e.\ufeff", "Fiji warned Tonga."),
        ("Fiji&#39;s &ldquo;storm&rdquo; &amp; Tonga", "Fiji's “storm” & Tonga"),
        ("AT&T and R&D; stay", "AT&T and R&D; stay"),
        ("Fijiâ€™s â€œstormâ€\ufffd is over", "Fiji’s “storm” is over"),
        ("Fijiâ\x80\x99s â\x80\x9cstormâ\x80\x9d is over", "Fiji’s “storm” is over"),
        ("‚ÄúFiji‚Äôs storm‚Äù cost ¬£5", "“Fiji’s storm” cost £5"),
        ("Jos√© waits in the caf√©", "José waits in the café"),
        ("The √ sign, √2, √(a + b), ¬x and ‚Ärger’", "The √ sign, √2, √(a + b), ¬x and ‚Ärger’"),
        ("Tâche, château, bâti and Çelik", "Tâche, château, bâti and Çelik"),
        ("São Tomé and Łódź, Türkiye", "São Tomé and Łódź, Türkiye"),
        ("「We will sail，」 the captain said", "“We will sail,” the captain said"),
        ("″We will sail,″ the captain said", "“We will sail,” the captain said"),
        ("> Fiji warned\n> Tonga on\n> Monday.", "Fiji warned\nTonga on\nMonday."),
        ("The wind rose: 5 > 3\nand so on", "The wind rose: 5 > 3\nand so on"),
        ("**Fiji** warned [Tonga](https://bay.example/t).", "Fiji warned Tonga."),
        ("Stars *** of 2 * 3 * 4", "Stars *** of 2 * 3 * 4"),
        ("<p>Fiji warned <b>Tonga</b>.</p><p>It rained.</p>", "Fiji warned Tonga.\n\nIt rained."),
        ("If a < b then c > d.", "If a < b then c > d."),
        ("👩‍🚀 landed; می‌خواهم", "👩‍🚀 landed; می‌خواهم"),
    ],
)  # fmt: skip
def test_mended(text: str, mended: str) -> None:
    done = clean(text)
    assert done.text == mended
    assert bool(done.notes) == (text != mended)
    assert clean(mended).text == mended


TURNS = "REYES: We wait for ships.\n\nREPORTER: Since when?\n\nREYES: Since Monday."


@pytest.mark.parametrize(
    "codes",
    [
        ("[00:00:12]", "[00:00:31]", "[00:01:05]"),
        ("[00:12]", "[00:31]", "[01:05]"),
        ("(00:00:12)", "(00:00:31)", "(00:01:05)"),
        ("00:00:12", "00:00:31", "00:01:05"),
        ("[09/07/2024, 10:15:23]", "[09/07/2024, 10:16:01]", "[09/07/2024, 10:17:44]"),
        ("09/07/2024, 10:15 -", "09/07/2024, 10:16 -", "10/07/2024, 09:17 -"),
        ("[9.7.24, 10:15:23 AM]", "[9.7.24, 1:16:01 PM]", "[9.7.24, 10:17:44 p.m.]"),
        ("[00:00:12]\n", "[00:00:31]\n", "[00:01:05]\n"),
    ],
)
def test_times_before_speakers_go_and_each_turn_is_a_paragraph(codes: tuple[str, ...]) -> None:
    turns = TURNS.split("\n\n")
    done = clean("\n".join(f"{code} {turn}" for code, turn in zip(codes, turns, strict=True)))
    assert done.text.replace("\n\n\n", "\n\n").strip() == TURNS
    assert done.removed == tuple(code.strip() for code in codes)


@pytest.mark.parametrize(
    "text",
    [
        "10:15:00 was the time.\n10:16:00 was the next.",
        "[10:15] The harbour was closed.\n\n[10:40] The harbour was opened: ships came in.",
        "The council met at\n10:15 and said: we wait.\nIt met again.",
        "[1] Ana Reyes: The Port. Apia, 2019.\n[2] Tom Abbey: The Bay. Suva, 2020.",
    ],
)
def test_other_times_stay(text: str) -> None:
    assert clean(text).text == text


def test_what_was_mended_is_said_once() -> None:
    article = read_text("The storm\n\nThe har-\nbour and the light-\nhouse are &quot;safe&quot;.")
    assert article.notes == (
        "HTML codes such as &amp; were replaced by their characters.",
        "2 words divided at the end of a line were joined.",
    )


STORY = (
    "Fiji opens the port of Suva again",
    "Fiji opened the port of Suva again on Monday, after a storm had kept it closed for nine days "
    "and sent all ships to other ports of the islands.",
    "“We have waited long enough,” harbour master Ana Reyes said. Forty ships lay in the bay. The "
    "first of them came from Apia and brought rice, oil and letters for the hospital.",
    "The council of the town will meet on 3 May 2024 to talk about a second pier, which the "
    "shipping lines have wanted since the storm of 2019.",
)


@pytest.mark.parametrize("width", [44, 56, 64, 72, 90])
@pytest.mark.parametrize("gap", ["\n\n", "\n \n", " \n\u00a0\n", "\u00a0\n\n"])
def test_blank_line_after_every_line_breaks_no_sentence(width: int, gap: str) -> None:
    lines = gap.join(line for part in STORY for line in textwrap.wrap(part, width))
    article = read_text(f"{lines}{gap} ")
    paragraphs = [" ".join(part.split("\n")) for part in article.text.split("\n\n")]
    assert article.title == paragraphs[0] == STORY[0]
    assert " ".join(paragraphs) == " ".join(STORY)
    assert all(part.endswith(".") for part in paragraphs[1:])
    assert "Blank lines within paragraphs were removed." in article.notes


def test_larger_gaps_stay_between_paragraphs() -> None:
    text = "\n\n\n".join("\n\n".join(textwrap.wrap(part, 64)) for part in STORY)
    paragraphs = clean(text).text.split("\n\n")
    assert [" ".join(part.split()) for part in paragraphs] == list(STORY)


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(STORY),
        "Agenda of the council\n\nopening of the meeting by the mayor\n\nadoption of the agenda"
        "\n\nreport on the port of Suva\n\ntalk with the shipping lines\n\nany other business",
        "The ports were asked for three things\n\na list of all ships in the bay\n\n"
        "a plan of the second pier\n\nThe council met.\n\nIt was late.\n\nThe ships waited.",
        "I went down to the harbour\n\nThe ships were all at sea\n\nNobody lit the lantern\n\n"
        "Nobody spoke to me\n\nI went home in the evening\n\nThe wind was all I heard.",
        "“We wait,” she said.\n\n… and then they went home\n\nwith all that they had.\n\n"
        "It rained.\n\nThe port was closed.\n\nForty ships lay in the bay.\n\nIt is open.",
    ],
)
def test_paragraphs_of_one_line_stay(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize(
    "heading",
    ["What Suva wants", "Ships from Apia", "The Council and the Pier", "Why now?", "Background"],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_heading_right_above_its_paragraph_is_parted(heading: str, gap: str) -> None:
    title, *parts = STORY
    text = f"{title}\n\n{parts[0]}{gap}{heading}\n{parts[1]}{gap}{parts[2]}"
    assert f"\n\n{heading}\n\n{parts[1]}" in read_text(text).text


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY[0]}\n\n" + "\n\n".join("\n".join(textwrap.wrap(one, 60)) for one in STORY[1:]),
        f"{STORY[0]}\nBy Ana Reyes\n{STORY[1]}\n\n{STORY[2]}",
        f"{STORY[0]}\n\n{STORY[1]}\n\nThe talks were led by the\n{STORY[3]}",
        f"{STORY[0]}\n\n{STORY[1]}\n\nThe ships lay in the bay,\n{STORY[3]}",
        f"{STORY[0]}\n\n{STORY[1]}\n\nAna Reyes:\n{STORY[2]}",
        f"{STORY[0]}\n\n{STORY[1]}\n\n- the port\n{STORY[2]}\n\n1. The pier\n{STORY[3]}",
        f"{STORY[0]}\n\n{STORY[1]}\n\n“We wait,” she said. “Why?”\n{STORY[3]}",
        f"{STORY[0]}\n\n{STORY[1]}\n\n“We wait in Suva.”\n{STORY[3]}",
        f"{STORY[0]}\n\n{STORY[1]}\n\nPort of Suva\nPort of Apia\n\n{STORY[3]}",
    ],
)
def test_lines_that_are_no_headings_stay(text: str) -> None:
    assert read_text(text).text == text


def test_verbatim_is_not_mended() -> None:
    text = "The har-\nbour is &quot;safe&quot;.\u200b"
    assert read_text(text, verbatim=True).text == text


NAMES = {
    "cp949": "Captain Lee (이순신) said “We will sail.” He left the harbour of Apia on Monday.",
    "gb18030": "Captain Li (李明和王伟) said “We will sail.” He left the harbour of Apia.",
    "mac_roman": "The captain’s ship is old. “We will sail,” he said. “It’s over,” Ana’s crew say.",
    "cp1250": "Zdeněk Dvořák and Łukasz Wałęsa said “We will sail” in the harbour of Apia.",
    "cp1252": "Søren Ångström and José Müller said “We’ll sail” in the harbour – for £5 – today.",
    "utf-16-le": "The captain said “We will sail.” He left the harbour of Apia on Monday.",
    "utf-16-be": "The captain said “We will sail.” He left the harbour of Apia on Monday.",
}


@pytest.mark.parametrize("encoding", list(NAMES))
def test_encoding_is_known_by_its_signs(encoding: str) -> None:
    assert read_bytes(NAMES[encoding].encode(encoding), "ship.txt").text == NAMES[encoding]
