"""What each sign counts for a name being a place's, and for where the place lies.

All were set by hand on the development articles of docs/accuracy.md ("Where"); none is fitted, none
comes from another work. Multiplied by 0.7 or by 1.4, none but ENOUGH and NO_SIZE moves an F1 there
by a point, and most by less than 0.3.
"""

from __future__ import annotations

ENOUGH = 1.0
"""From this much evidence at one of its occurrences on, a name is a place's: the unit of all."""
AGAINST = -1.4
"""An occurrence with less evidence than this is something else all the same."""

# The name itself.
NO_SIZE = 4.0
"""A place of ten to the power of this many people neither gains nor loses by its size …"""
SIZE = 4.0
"""… and gains 1 for every so many powers of ten above it: Lima 0.7, a village of 600 -0.3."""
METROPOLIS = 300_000
"""A place of so many people is meant unless something speaks against it."""
METROPOLIS_BONUS = 0.5
MADE_LIKE_A_PLACE = 1.2
"""The first or the last word says what it is: "Mount Doe", "Doe County"."""
ALSO_A_WORD = -0.8
"""The article writes the same word in lower case."""
ALSO_A_SURNAME = -1.2
"""The name is part of a person's full name here, and no clear preposition stands before it."""
CLEAR_PREPOSITION = 0.9
"""From this weight on, the word before a name outweighs that it is a surname, too."""

# The words before it; prepositions and verbs have theirs in place_cues.toml.
OF_SETTLEMENT = 1.2
""""The town of Doe", "a man, 31, of Doe"."""
AFTER_HONORIFIC = -2.0
AFTER_TITLE = -1.5

# What follows it.
OPENS_A_REPORT = 1.5
""""DOE (AP) - "."""
IN_NAMED_COUNTRY = 2.0
""""Doe, Texas", "Doe, TX"."""
FOLLOWED_BY_SETTING = 0.5
""""Doe, where …", "Doe, 20 miles …"."""
FOLLOWED_BY_LIFE = 0.9
""""Doe police", "the Doe council"."""
JOINED = 0.1
""""Doe-Roe"."""
PART_OF_LONGER_NAME = -0.9
A_THING = -3.0
""""Doe fever": never the place."""

# What the model takes it for: as a whole, or inside a longer find.
MODEL = {
    "GPE": (1.0, 0.5),
    "LOC": (0.7, 0.3),
    "FAC": (0.7, 0.3),
    "PERSON": (-0.6, -1.0),
    "DATE": (-3.0, -3.0),
    "TIME": (-3.0, -3.0),
    "MONEY": (-3.0, -3.0),
    "LANGUAGE": (-3.0, -3.0),
    "WORK_OF_ART": (-0.3, -0.3),
    "LAW": (-0.3, -0.3),
    "PRODUCT": (-0.3, -0.3),
}

# Where it lies.
MARKERS = 3
"""Words of a country's public life count as so many mentions of it at most."""
SURE = 0.95
"""A name of which one country has so large a share of the population is no question …"""
SURE_FROM = 20_000
"""… and tells that country, if so many people live in places of that name."""
KNOWN = 100_000
"""A smaller place is believed to lie where the article is at home, if nothing says otherwise."""
WELL_KNOWN = 400_000
"""So is a larger one, in an article of which AT_HOME of the names belong to one country."""
AT_HOME = 0.75
DOMINANT = 0.5
"""Share of an article's names from which on a country is where it is at home …"""
DOMINANT_FROM = 2
"""… if it has so many."""
FAMOUS = 250_000
"""A place of so many people is meant rather than a namesake of a fraction of its size …"""
FRACTION = 40
"""… as small as this one's, unless the article speaks of regions or places around that one."""
NAMED_AT_ALL = 0.8
"""Against one power of ten in population, that the article names a place's country counts this …"""
NAMED_ALWAYS = 3.2
"""… and so much more by the country's share of the names."""
