"""Relations made by hand for tests of the map, the matrix and the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import permutations
from random import Random

import pandas as pd

from briefing.reference.countries import country_name

VC, MC = "verbal-conflict", "material-conflict"
VK, MK = "verbal-cooperation", "material-cooperation"
TONES = {VC: -4.0, MC: -9.0, VK: 4.0, MK: 7.0}

Row = tuple[str, str, str, str]


def relations(rows: Iterable[Row]) -> pd.DataFrame:
    """Build rows as `queries.relations` gives them from (source, target, quad, standing)."""
    return pd.DataFrame(
        [
            {
                "article_id": "a",
                "relation_id": f"a.r.{number}",
                "source": source,
                "target": target,
                "source_name": country_name(source),
                "target_name": country_name(target),
                "start": 0,
                "end": 20,
                "trigger": "warned",
                "trigger_start": 4 + 100 * number,
                "trigger_end": 10 + 100 * number,
                "quad": quad,
                "tone": TONES[quad],
                "standing": standing,
                "attributed_to": None,
                "denied_by": None,
                "condition": None,
                "certainty": "high",
                "certainty_reason": "Both are named in the clause.",
                "basis": "grammar",
                "sentence": 0,
                "attributed_to_name": None,
                "denied_by_name": None,
                "sentence_text": "One warned the other.",
                "sentence_start": 0,
                "sentence_end": 21,
                "title": "A title",
                "published": None,
            }
            for number, (source, target, quad, standing) in enumerate(rows)
        ],
        columns=None if rows else ["source", "target", "quad", "tone", "standing", "trigger"],
    )


def mutual(rows: Iterable[Row]) -> pd.DataFrame:
    """Build relations that the same words give both ways: two rows for each."""
    there = relations(rows)
    back = there.rename(
        columns={
            "source": "target",
            "target": "source",
            "source_name": "target_name",
            "target_name": "source_name",
        }
    )
    back["relation_id"] += ".back"
    return pd.concat([there, back[there.columns]], ignore_index=True)


def some(codes: str, number: int) -> pd.DataFrame:
    """Build a number of relations between countries, the same ones every time."""
    dice = Random(7)
    pairs = dice.sample(list(permutations(codes.split(), 2)), number)
    return relations(
        [
            (a, b, dice.choice([VC, MC, VK, MK]), dice.choice(["asserted", "possible", "denied"]))
            for a, b in pairs
        ]
    )


SETS = {
    "two": relations([("FRA", "DEU", VK, "asserted"), ("DEU", "FRA", VC, "disputed")]),
    "koreas": relations(
        [
            ("KOR", "PRK", VC, "asserted"),
            ("PRK", "KOR", VC, "attributed"),
            ("PRK", "KOR", MC, "possible"),
            ("KOR", "PRK", MK, "conditional"),
        ]
    ),
    "baltic": some("EST LVA LTU FIN POL BLR", 14),
    "gulf": some("SAU ARE QAT BHR KWT OMN IRN", 14),
    "pacific": relations(
        [
            ("USA", "FJI", VK, "asserted"),
            ("CHN", "SLB", MK, "asserted"),
            ("NZL", "TON", MK, "expected"),
            ("JPN", "KIR", VK, "asserted"),
            ("AUS", "TUV", VC, "asserted"),
        ]
    ),
    "small": relations(
        [
            ("SGP", "MDV", VK, "asserted"),
            ("MLT", "SGP", VC, "asserted"),
            ("IND", "MDV", MC, "denied"),
            ("MDV", "IND", VC, "asserted"),
        ]
    ),
    "twelve": some("USA CHN RUS UKR DEU FRA GBR IRN ISR SAU IND JPN", 12),
    "sixty": some("USA CHN RUS UKR DEU FRA GBR IRN ISR SAU IND PAK JPN KOR PRK TUR", 60),
}


def rows_of(rows: pd.DataFrame) -> Callable[[Sequence[tuple[str, str]]], pd.DataFrame]:
    """Return what finds the relations of pairs among rows, as a page does in the library."""

    def found(pairs: Sequence[tuple[str, str]]) -> pd.DataFrame:
        ends = zip(rows["source"], rows["target"], strict=True)
        return rows[[(min(pair), max(pair)) in set(pairs) for pair in ends]]

    return found
