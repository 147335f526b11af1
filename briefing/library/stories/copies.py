"""Near-copies: which texts share most of their wording, however many texts there are.

A text's fingerprint is a MinHash of its shingles (runs of words): two fingerprints agree in about
as many places as the texts share of their shingles (Broder 1997). Pairs are found by bands of
places that agree, so the time grows with the texts and not with their pairs. The same text has the
same fingerprint on every machine.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

PLACES = 64
"""Numbers in a fingerprint."""

ALIKE = 0.4
"""Texts that share so much of their shingles are near-copies."""

_WORDS = 4
"""Words in a shingle."""

_BAND = 3
"""Places in a band: pairs at the limit share one of the bands 19 times in 20."""

_CROWD = 40
"""In a larger crowd with one band, each is compared with its first few alone."""

_MIXED = np.uint64(0x9E3779B97F4A7C15)
_PRIME = np.uint64((1 << 31) - 1)
_WORD = re.compile(r"\w+")

_chance = np.random.default_rng(20210917)
_FACTORS = _chance.integers(1, int(_PRIME), size=PLACES, dtype=np.uint64)
_SHIFTS = _chance.integers(0, int(_PRIME), size=PLACES, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that share wording.

    Attributes:
        one: The place of the one among the texts.
        other: The place of the other, behind it.
        share: How much of their shingles they share, about: 1 for the same words.
    """

    one: int
    other: int
    share: float


def fingerprint(text: str) -> bytes:
    """Return the fingerprint of a text; case, signs and room between words do not matter."""
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    if not words:
        return b""
    hashed = np.array(words, dtype=np.uint64) % _PRIME
    runs = max(1, len(hashed) - _WORDS + 1)
    shingles = np.zeros(runs, dtype=np.uint64)
    for place in range(min(_WORDS, len(hashed))):
        shingles = (shingles * np.uint64(1_000_003) + hashed[place : place + runs]) % _PRIME
    shingles = np.unique(shingles)
    least = ((shingles[:, None] * _FACTORS + _SHIFTS) % _PRIME).min(axis=0)
    return bytes(least.astype("<u4").tobytes())


def share(one: bytes, other: bytes) -> float:
    """Return how much of their shingles two texts share, about.

    Args:
        one: The fingerprint of the one; "" of a text without words shares nothing.
        other: Of the other.
    """
    if not one or not other:
        return 0.0
    return float((np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")).mean())


def near_copies(fingerprints: Sequence[bytes], least: float = ALIKE) -> list[Pair]:
    """Return the pairs of texts that share wording, in their order.

    Where very many are alike, each is paired with the first of them.

    Args:
        fingerprints: Of each text, as `fingerprint` gives it.
        least: How much they share at least.
    """
    there = [place for place, held in enumerate(fingerprints) if held]
    if len(there) < 2:
        return []
    table = np.frombuffer(b"".join(fingerprints[place] for place in there), "<u4")
    table = table.reshape(len(there), PLACES)
    ones, others = _candidates(table)
    shares = (table[ones] == table[others]).mean(axis=1) if len(ones) else np.zeros(0)
    return [
        Pair(there[one], there[other], round(float(found), 3))
        for one, other, found in zip(ones, others, shares, strict=True)
        if found >= least
    ]


def _candidates(table: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.int64], ...]:
    """Return the pairs of rows that agree in one band of places, each once, in order."""
    pairs: list[npt.NDArray[np.int64]] = []
    for first in range(0, PLACES - _BAND + 1, _BAND):
        key = np.zeros(len(table), dtype=np.uint64)
        for place in range(first, first + _BAND):
            key = key * _MIXED + table[:, place]  # wraps around; equal bands have equal keys
        order = np.argsort(key, kind="stable")
        held = key[order]
        starts = np.flatnonzero(np.concatenate(([True], held[1:] != held[:-1])))
        sizes = np.diff(np.concatenate((starts, [len(held)])))
        for start, size in zip(starts[sizes > 1], sizes[sizes > 1], strict=True):
            pairs.append(pairs_of(order[start : start + size], _CROWD))
    return in_order(pairs)


def pairs_of(places: npt.NDArray[np.int64], crowd: int) -> npt.NDArray[np.int64]:
    """Return the pairs of some places, an array of two rows; of a crowd those with its first ones.

    Args:
        places: The places, in order.
        crowd: From so many on, each is paired with a few alone.
    """
    if len(places) <= crowd:
        one, other = np.triu_indices(len(places), 1)
        return np.stack((places[one], places[other]))
    few = np.arange(max(1, crowd // 10))
    one = np.repeat(few, len(places))
    other = np.tile(np.arange(len(places)), len(few))
    return np.stack((places[one[one < other]], places[other[one < other]]))


def in_order(pairs: Sequence[npt.NDArray[np.int64]]) -> tuple[npt.NDArray[np.int64], ...]:
    """Return pairs, each once and in order, as two arrays.

    Args:
        pairs: Arrays of two rows.
    """
    if not pairs:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    both = np.sort(np.concatenate(pairs, axis=1), axis=0)
    wide = np.int64(both.max() + 1)
    keys = np.unique(both[0] * wide + both[1])
    return keys // wide, keys % wide
