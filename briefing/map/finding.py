"""The finding of a set of relations, which is the title of the page and of the picture."""

from __future__ import annotations

import pandas as pd

from briefing.library.mutual import how_many, mutual, once
from briefing.map.scene import names_of, parties
from briefing.wording.names import either
from briefing.wording.notices import NO_RELATIONS
from briefing.wording.words import count


def finding(relations: pd.DataFrame) -> str:
    """Say with whom most relations are: "19 relations, 14 with Russia or the United States".

    A relation that one phrase says of both counts once.
    """
    counts, names = parties(relations), names_of(relations)
    both = bool(mutual(relations).any())
    relations = once(relations)
    total = how_many(relations)
    if not counts:
        return NO_RELATIONS
    if total == 1:
        first = relations.iloc[0]
        sign = "↔" if both else "→"
        return f"One relation: {names[first['source']]} {sign} {names[first['target']]}"
    order = list(counts)
    centre = order[:1]
    if len(order) > 2 and counts[order[1]] > 0.5 * counts[order[0]]:
        centre = order[:2]
    if len(order) == 2:
        return f"{names[order[0]]} and {names[order[1]]}: {count(total, 'relation')}"
    near = relations["source"].isin(centre) | relations["target"].isin(centre)
    share = "all" if near.all() else f"{how_many(relations[near])}"
    return f"{total} relations, {share} with {either(names[code] for code in centre)}"
