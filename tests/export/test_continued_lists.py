"""A list that was divided onto slides is the same list when it is put together again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.brief import Reference
from briefing.deck import Line, ListBody, Slide
from briefing.deck.fit import fit
from briefing.export.office.continued_lists import joined_lines

MANY = " ".join(f"word{number}" for number in range(400))
LONG = "x" * 2_000


def listed(kind: str, lines: list[Line], *, evidence: bool) -> Slide:
    at = [Reference(f"a.e.{place}", "a", 1, "It met.") for place, _ in enumerate(lines)]
    return Slide("k", kind, "Heading", ListBody(tuple(lines)), tuple(at) if evidence else ())


@pytest.mark.parametrize("words", [MANY, LONG, f"{MANY} {LONG} {MANY}", "short"])
@pytest.mark.parametrize(
    ("kind", "lead", "evidence"),
    [
        ("coming-up", "9 July 2031", True),
        ("claims", "", True),
        ("sources", "7", False),
    ],
)
def test_lines_cut_between_slides_are_whole_again(
    kind: str, lead: str, evidence: bool, words: str
) -> None:
    number = 1 if evidence else None
    line = Line(lead, words, True, "Date in the article", number)
    lines = [line, replace(line, words=f"Another {words}"), replace(line, words=f"Last {words}")]
    slide = listed(kind, lines, evidence=evidence)
    parts = fit(slide)
    found, at = joined_lines(parts)
    assert found == lines
    assert tuple(at) == slide.evidence
    assert len(parts) > 1 or words == "short"
