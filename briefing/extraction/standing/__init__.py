"""Whether something is told as a fact, a claim, a possibility or a denial.

`engine.standing_of` answers it for one verb or noun:

    engine.py       reads outward from the word, and settles what was read
    signs.py        signs at single words ("not", "may", "almost", "alleged") and what they reach
    conditions.py   "if …", "had it …", "in case of", "without a truce it would"
    effects.py      a step from a word to the one that governs it, and what it says of the event
    governing.py    the ordered table of the rules for governing words, which stand in:
        telling.py      verbs of saying and thinking
        nouns.py        nouns of saying, evidence and doubt
        predicates.py   what is said of a clause behind "is"
        denying.py      claims and deeds that are denied
        undoing.py      failed, averted, called off, instead of, almost
        ahead.py        planned, awaited, in doubt, done for a purpose
        depending.py    depending on something, supposed
    clauses.py      what those rules ask of a clause and its verb
    stances.py      what a word of saying or thinking makes of its clause
    holders.py      whose claim or denial it is
    beside.py       beside the clause: "according to", a speaker, a question, a headline, fiction
    reactions.py    what later sentences deny or confirm
    component.py    briefing_standing, which reads the reactions once for each article
"""
