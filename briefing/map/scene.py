"""Relations as shapes: what a map or a network of the same rows consists of.

The screen's figure is drawn from a scene; any other picture of the same rows can be too, so that
they agree. Nothing here knows Plotly or Streamlit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from briefing.library.mutual import mutual, numbers, once
from briefing.map.arcs import Curve, width_of
from briefing.map.labels import Label
from briefing.map.layout import Layout, Window
from briefing.map.projection import Floats, Projection
from briefing.reference.countries import country_name
from briefing.wording.signs import QUADS, STANDINGS
from briefing.wording.words import count

FILLS = ("conflict", "rather-conflict", "mixed", "rather-cooperation", "cooperation")
"""Balance of tone of a country, from bad to good."""

FEW_PAIRS = 12
"""Pairs drawn unless all are asked for: so many can be told apart."""

MOST_PAIRS = 60
"""Most pairs in one drawing; beyond that nobody finds any."""

_TONE_STEPS = (-4.0, -1.0, 1.0, 4.0)


@dataclass(frozen=True, slots=True)
class ArcKey:
    """What rows one arc stands for: a pair and a class, in one direction or in both."""

    source: str
    target: str
    quad: str
    both: bool = False

    @property
    def text(self) -> str:
        """The key as one word, for a figure's customdata."""
        parts = ("arc", self.source, self.target, self.quad)
        return "|".join((*parts, "both") if self.both else parts)


@dataclass(frozen=True, slots=True)
class Arc:
    """One arc: its rows' key, count and triggers, its curve and its heads (x, y, angle).

    `look` is how the firmest of its rows is drawn: solid, dash or dot.
    """

    key: ArcKey
    look: str
    count: int
    triggers: tuple[str, ...]
    standings: tuple[str, ...]
    width: float
    line: Floats
    heads: tuple[tuple[float, float, float], ...]
    middle: tuple[float, float]
    targets: Floats


@dataclass(frozen=True, slots=True)
class Node:
    """A party on the map: its true place and where it stands so that it can be seen."""

    code: str
    name: str
    true: tuple[float, float]
    at: tuple[float, float]
    moved: bool
    label: Label
    relations: int


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything to draw, in map units.

    Attributes:
        projection: How degrees become map units; None where there is no map below.
        window: Left, bottom, right, top of what is shown at first.
        unit: Pixels of one map unit at that window.
        nodes: The parties.
        arcs: The arcs.
        fills: Balance of tone by country, one of `FILLS`.
        areas: Points inside the countries at hand that a click can hit, with their code.
        fine: Factor on the sizes of heads and dots; below 1 for a small picture.
        clashes: How many names lie on another: 0 when all is well.
    """

    projection: Projection | None
    window: Window
    unit: float
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    fills: Mapping[str, str]
    areas: tuple[tuple[float, float, str], ...]
    fine: float
    clashes: int


def line_of(standing: str) -> str:
    """Return how a standing is drawn: solid, dash or dot."""
    return STANDINGS[standing].line


def fill_of(tone: float) -> str:
    """Return the balance of a mean tone between -10 and 10, one of `FILLS`."""
    return FILLS[int(np.searchsorted(_TONE_STEPS, tone, side="right"))]


def grouped(rows: pd.DataFrame) -> dict[ArcKey, pd.DataFrame]:
    """Group relations by what one arc stands for: pair and class, with two heads for both ways."""
    rows = rows.reset_index(drop=True)
    kept = once(rows)
    said_of_both = mutual(rows)[kept.index]
    groups = {}
    for (first, second, quad), group in kept.groupby([*_pairs(kept), kept["quad"]], sort=True):
        both = bool(said_of_both[group.index].any()) or group["source"].nunique() > 1
        turned = not both and group["source"].iloc[0] != first
        source, target = (second, first) if turned else (first, second)
        groups[ArcKey(str(source), str(target), str(quad), both)] = group
    return groups


def firmest(standings: Iterable[str]) -> str:
    """Return how the firmest of some standings is drawn: solid before dash before dot."""
    lines = {line_of(standing) for standing in standings}
    return next(line for line in ("solid", "dash", "dot") if line in lines)


def pairs_in(rows: pd.DataFrame) -> int:
    """Count the pairs of parties in relations, whichever way they go."""
    return pd.concat(_pairs(rows), axis=1).drop_duplicates().shape[0]


def strongest(
    rows: pd.DataFrame, most: int = FEW_PAIRS, *, focus: str | None = None
) -> pd.DataFrame:
    """Return the relations of the pairs that have most, the firmer of equals first.

    Args:
        rows: Relations.
        most: How many pairs are kept.
        focus: A party whose pairs come before all others.
    """
    kept = once(rows)
    number = numbers(kept)
    firm = number * kept["standing"].map(line_of).eq("solid").astype(int)
    found = (
        pd.DataFrame({"number": number, "firm": firm})
        .groupby(_pairs(kept))
        .sum()
        .reset_index()
        .assign(near=lambda pairs: (pairs["first"] == focus) | (pairs["second"] == focus))
        .sort_values(["first", "second"])
        .sort_values(["near", "number", "firm"], ascending=False, kind="stable")
    )
    if len(found) <= most:
        return rows
    chosen = pd.MultiIndex.from_frame(found[["first", "second"]].head(most))
    return rows[pd.MultiIndex.from_arrays(_pairs(rows)).isin(chosen)]


def pairs_of(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Return the pairs of parties in relations, each once, the lesser code first."""
    return sorted(set(zip(*_pairs(rows), strict=True)))


def _pairs(rows: pd.DataFrame) -> list[pd.Series[str]]:
    """Return the lesser and the greater code of each row."""
    source, target = rows["source"], rows["target"]
    there = source <= target
    return [
        source.where(there, target).rename("first"),
        target.where(there, source).rename("second"),
    ]


def parties(rows: pd.DataFrame) -> dict[str, int]:
    """Count the relations that each party is in, mutual ones once, most first."""
    rows = once(rows)
    ends = pd.concat([rows["source"], rows["target"]], ignore_index=True)
    counts = pd.concat([numbers(rows)] * 2, ignore_index=True).groupby(ends).sum()
    return {
        str(code): int(counts[code]) for code in sorted(counts.index, key=lambda c: (-counts[c], c))
    }


def names_of(rows: pd.DataFrame) -> dict[str, str]:
    """Return the name of every party: as the query gives it, else the reference's."""
    names: dict[str, str] = {}
    for end in ("source", "target"):
        given = rows[f"{end}_name"] if f"{end}_name" in rows else rows[end]
        pairs = pd.DataFrame({"code": rows[end], "name": given}).drop_duplicates()
        for code, name in zip(pairs["code"], pairs["name"], strict=True):
            known = isinstance(name, str) and name != code
            names.setdefault(str(code), str(name) if known else country_name(str(code)))
    return names


def ends_of(groups: Iterable[ArcKey], codes: Sequence[str]) -> list[tuple[int, int]]:
    """Return from which party to which each arc leads, as positions in the codes."""
    at = {code: position for position, code in enumerate(codes)}
    return [(at[key.source], at[key.target]) for key in groups]


def nodes_of(
    counts: Mapping[str, int], names: Mapping[str, str], true: Floats, laid: Layout
) -> tuple[Node, ...]:
    """Return the parties as they were laid out."""
    at = laid.units(laid.at)
    moved = np.hypot(*(laid.at - laid.true).T) > 2 * laid.radius
    return tuple(
        Node(
            code=code,
            name=names[code],
            true=(round(float(true[row, 0]), 2), round(float(true[row, 1]), 2)),
            at=(float(at[row, 0]), float(at[row, 1])),
            moved=bool(moved[row]),
            label=laid.labels[row],
            relations=number,
        )
        for row, (code, number) in enumerate(counts.items())
    )


def arcs_of(groups: Mapping[ArcKey, pd.DataFrame], laid: Layout) -> tuple[Arc, ...]:
    """Return the arcs as they were laid out."""
    found = []
    middles = np.array([curve.middle for curve in laid.curves]).reshape(-1, 2)
    for number, ((key, group), curve) in enumerate(zip(groups.items(), laid.curves, strict=True)):
        line = laid.units(curve.line)
        middle = laid.units(curve.middle)
        others = laid.units(np.delete(middles, number, axis=0))
        found.append(
            Arc(
                key=key,
                look=firmest(group["standing"]),
                count=len(group),
                triggers=tuple(dict.fromkeys(group["trigger"])),
                standings=tuple(dict.fromkeys(group["standing"])),
                width=width_of(len(group)),
                line=line,
                heads=_heads(line, curve),
                middle=(float(middle[0]), float(middle[1])),
                targets=_targets(line, middle, others, laid.unit),
            )
        )
    return tuple(found)


def _heads(line: Floats, curve: Curve) -> tuple[tuple[float, float, float], ...]:
    front = (float(line[-1, 0]), float(line[-1, 1]), curve.angle)
    if curve.back is None:
        return (front,)
    return front, (float(line[0, 0]), float(line[0, 1]), curve.back)


def _targets(line: Floats, middle: Floats, others: Floats, unit: float) -> Floats:
    """Pick points of an arc that a click can hit: its middle, and about every 14 pixels.

    None lies on the middle of another arc, where a click means the other one.
    """
    length = float(np.hypot(*np.diff(line, axis=0).T).sum()) * unit
    parts = max(2, round(length * 0.76 / 14.0))
    steps = np.linspace(0.12, 0.88, parts + 1) * (len(line) - 1)
    picked = line[np.unique(np.round(steps).astype(int))]
    taken = np.concatenate([middle[None, :], others])
    between = picked[:, None, :] - taken[None, :, :]
    away = np.hypot(between[..., 0], between[..., 1]).min(axis=1) * unit > 8.0
    return np.concatenate([picked[away], middle[None, :]])


def stands_out(arc: Arc, focus: str | None) -> bool:
    """Say whether an arc touches the focus, or there is none."""
    return focus is None or focus in (arc.key.source, arc.key.target)


def arc_words(arc: Arc, names: Mapping[str, str]) -> tuple[str, ...]:
    """Say what an arc is, in lines; the triggers are the article's words, nothing is escaped."""
    standings = ", ".join(STANDINGS[standing].word.lower() for standing in arc.standings)
    triggers = ", ".join(f"“{trigger}”" for trigger in arc.triggers[:3])
    more = f" and {len(arc.triggers) - 3} more" if len(arc.triggers) > 3 else ""
    sign = "↔" if arc.key.both else "→"
    return (
        f"{names[arc.key.source]} {sign} {names[arc.key.target]}",
        f"{QUADS[arc.key.quad].word}: {count(arc.count, 'relation')}",
        standings,
        f"{triggers}{more}",
    )
