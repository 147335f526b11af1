from __future__ import annotations

import pytest

from briefing.wording.unsaid import unsaid_word


@pytest.mark.parametrize(
    ("sentence", "cue", "expected"),
    [
        ("Berg may have told the court.", "told", "may"),
        ("Berg is expected to say so on Monday.", "say", "expected"),
        ("Berg could also publicly warn Peru.", "warn", "could"),
        ("Berg said so.", "said", None),
        ("A possible rival said so.", "said", None),
        ("Berg, who may run again, said so.", "said", None),
        ("Berg would say only that it went well.", "say", None),
        ("The minister expected in Oslo said so.", "said", None),
        ("In May said a man.", "said", None),
    ],
)
def test_what_is_only_perhaps_said_is_known_by_its_word(sentence, cue, expected) -> None:
    assert unsaid_word(sentence, sentence.index(cue)) == expected
