"""An abbreviation before a name or a number ends no sentence."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

AFTER = "Chile agreed."

ONE = [
    "The minister, Hon. Ada Reyes, today summoned the envoy of Peru.",
    "The minister, Rt. Hon. Ada Reyes, today summoned the envoy of Peru.",
    "Officials said Amb. Ada Reyes would meet the envoy of Peru on Monday.",
    "The army named Brig. Gen. Ada Reyes and Sgt. Juan Soto.",
    "The air force named Sqn. Ldr. Ada Reyes and Wg. Cdr. Juan Soto.",
    "The talks were led by Mme. Ada Reyes and Msgr. Juan Soto.",
    "In Lima Insp. Ada Reyes and Supt. Juan Soto opened the office.",
    "A letter by Cllr.\nAda Reyes was read out.",
    "Under Art. 5 and Paras. 7 to 9 of the treaty, Peru sent two ships.",
    "Nos. 3 and 4 of the list were cut, as Sec. 12 allows.",
]
TWO = [
    ("The officer left the room. Sgt. Reyes stayed behind.", 2),
    ("The ministers read the treaty. Art. 5 was new to them.", 2),
    ("The speaker is Hon.\n\nPeru sent two ships.", 2),
]


@pytest.mark.parametrize("text", ONE)
def test_an_abbreviation_before_a_name_or_number_ends_no_sentence(
    read_text: ReadText, text: str
) -> None:
    doc = read_text(f"{text} {AFTER}")
    assert [sentence.text.strip() for sentence in doc.sents] == [text, AFTER]


@pytest.mark.parametrize(("text", "number"), TWO)
def test_other_sentences_end_as_before(read_text: ReadText, text: str, number: int) -> None:
    doc = read_text(f"{text} {AFTER}")
    assert len([sentence for sentence in doc.sents if sentence.text.strip()]) == number + 1
