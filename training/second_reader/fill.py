"""Sentence patterns to examples: countries are put in at random, with their labels.

A pattern is a text with slots and labels, one a line; patterns/README.md says how it is written.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.extraction.second_reader.marks import Marked
from briefing.reference.countries import countries

SLOT = re.compile(r"\{([A-E]+)([acp]?)(?::([^}]*))?\}")
LABEL = re.compile(r"([A-E])([>=])([A-E]) (vp|mp|vn|mn)(?:\.([cond]))?")
QUADS = {
    "vp": "verbal-cooperation",
    "mp": "material-cooperation",
    "vn": "verbal-conflict",
    "mn": "material-conflict",
}
STANDINGS = {"": "fact", "c": "claim", "o": "open", "d": "not", "n": "not"}
FORMS = {"": "name", "a": "demonym", "c": "capital", "p": "people"}
WITH_ARTICLE = ("United", "Netherlands", "Philippines", "Bahamas")
LEADS = (
    "On Monday, ",
    "Late on Thursday ",
    "Meanwhile, ",
    "This week, ",
    "In a separate move, ",
    "For its part, ",
)


@dataclass(frozen=True, slots=True)
class Label:
    """One relation: source, target, quad class, group of standing, and whether it is mutual."""

    source: str
    target: str
    quad: str
    standing: str
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its countries and the relations that it states between them."""

    text: str
    marked: Sequence[Marked]
    labels: Sequence[Label]
    group: str = ""


def patterns(paths: Sequence[Path]) -> Iterator[tuple[str, list[Label]]]:
    """Yield each pattern with its labels, whose parties are slots."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            text, _, labels = line.partition(" |")
            found = []
            for label in labels.split(";"):
                if not label.strip():
                    continue
                match = LABEL.fullmatch(label.strip())
                if match is None:
                    raise ValueError(f"{path.name}: no label {label!r} in {line!r}")
                a, way, b, quad, standing = match.groups()
                found.append(Label(a, b, QUADS[quad], STANDINGS[standing or ""], way == "="))
            yield text, found


def filled(
    text: str, labels: list[Label], rng: random.Random, names: list[dict[str, str]]
) -> Example:
    """Put countries into a pattern; names and order of marks are drawn at random."""
    letters = sorted({letter for slot in SLOT.finditer(text) for letter in slot[1]})
    chosen = dict(zip(letters, rng.sample(names, len(letters)), strict=True))
    out, done = "", 0
    marked: list[Marked] = []
    lead = rng.choice(LEADS) if rng.random() < 0.15 and text.startswith("{") else ""
    out += lead
    for slot in SLOT.finditer(text):
        out += text[done : slot.start()]
        done = slot.end()
        who, form, words = slot.groups()
        word = words or chosen[who[0]][FORMS[form]]
        kind = "description" if words else FORMS[form]
        if kind == "name" and chosen[who[0]]["the"] and not out.lower().endswith("the "):
            out += "the "
        if word[:1] in "AEIOaeio":
            out = re.sub(r"\b([Aa]) $", r"\1n ", out)
        at = len(out)
        out += word
        marked.append(Marked(at, len(out), kind, tuple(chosen[w]["code"] for w in who)))
    out += text[done:]
    named = [
        Label(chosen[x.source]["code"], chosen[x.target]["code"], x.quad, x.standing, x.mutual)
        for x in labels
    ]
    return Example(out, marked, named, "pattern")


def names_of_countries() -> list[dict[str, str]]:
    """Return the names of every country that has a demonym and a capital."""
    found = []
    for one in countries().values():
        if not one.demonyms or not one.capitals:
            continue
        people = next((x for x in one.demonyms[1:] if x.endswith("s")), f"{one.demonyms[0]} people")
        found.append(
            {
                "code": one.alpha3,
                "name": one.name,
                "demonym": one.demonyms[0],
                "people": people,
                "capital": one.capitals[0],
                "the": "the" if one.name.startswith(WITH_ARTICLE) else "",
            }
        )
    return found
