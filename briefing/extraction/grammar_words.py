"""Closed classes of English words, and the labels of grammar that rules ask for: each set once.

Words are in lower case; labels are those of the packaged model (Penn Treebank tags, Universal parts
of speech, ClearNLP dependencies). A rule that needs a part of a class writes it as a difference, so
that what it leaves out is said: `SUBORDINATORS - CONDITIONAL`.
"""

from __future__ import annotations

# Determiners.

ARTICLES = frozenset(("a", "an", "the"))
"""The articles."""

DEMONSTRATIVES = frozenset(("that", "these", "this", "those"))
"""Words that point, before a noun or alone."""

POSSESSIVES = frozenset(("her", "his", "its", "my", "our", "their", "your"))
"""Words that say whose, before a noun."""

INTRODUCING = frozenset(("a", "an", "another", "any", "one", "some"))
"""Before a noun: it is not one that was told of before."""

DEFINITE_SINGULAR = frozenset(("that", "the", "this"))
"""Before a singular noun: one that was told of before."""

DEFINITE_PLURAL = frozenset(("both", "the", "these", "those"))
"""Before a plural noun: some that were told of before."""

BOTH = frozenset(("both", "two"))
"""Before a plural noun: two of them."""

# Words of number that stand for people or things.

SEVERAL = frozenset(
    ("both", "dozens", "few", "hundreds", "many", "most", "others", "several", "some", "thousands")
)
"""Words of number that can be a subject: "many say", "few of them"."""

NOBODY = frozenset(("neither", "nobody", "none", "no-one", "nothing"))
"""Words that say that there is none, standing alone."""

NO = frozenset(("neither", "no"))
"""Words that say that there is none, before a noun."""

# Pronouns.

PERSONAL = frozenset(("he", "i", "it", "she", "they", "we", "you"))
"""Personal pronouns as subjects."""

FIRST_PERSON = frozenset(("i", "me", "mine", "my", "myself"))
"""A speaker's own words for himself or herself."""

FIRST_PERSON_PLURAL = frozenset(("our", "ours", "ourselves", "us", "we"))
"""A speaker's words for those he or she speaks for."""

RELATIVES = frozenset(("that", "which", "who", "whom", "whose"))
"""Words that open a clause about the noun before them."""

PERSONAL_RELATIVES = frozenset(("who", "whom", "whose"))
"""Those of them that only somebody is meant by."""

FREE_RELATIVES = frozenset(("what", "whatever", "whoever"))
"""Words that open a clause that stands for a noun: "what he said"."""

# Words that open clauses.

CONDITIONAL = frozenset(("if", "unless"))
"""On a condition."""

CONCESSIVE = frozenset(("although", "though", "whereas"))
"""Against what one would expect."""

TEMPORAL = frozenset(("after", "before", "when", "while"))
"""At, before or after another time."""

UNTIL = frozenset(("till", "until"))
"""Up to a time."""

ONCE = frozenset(("once", "whenever"))
"""From a time on, at any time."""

CAUSAL = frozenset(("because", "lest"))
"""For a reason."""

TIME_OR_REASON = frozenset(("as", "since"))
"""At a time or for a reason: which of them, the sentence tells."""

COMPLEMENTISERS = frozenset(("that", "whether"))
"""Before a clause that is what is said, thought or asked."""

SUBORDINATORS = (
    CONDITIONAL | CONCESSIVE | TEMPORAL | UNTIL | ONCE | CAUSAL | TIME_OR_REASON | COMPLEMENTISERS
)
"""All words that make a clause part of another."""

COORDINATORS = frozenset(("and", "but", "nor", "or"))
"""Words that join two of a kind."""

CONNECTING = frozenset(("however", "so", "still", "then", "therefore", "thus", "yet"))
"""Adverbs that tie a sentence to the one before it."""

# Auxiliary verbs.

SUPPOSING_MODALS = frozenset(("'d", "could", "may", "might", "would"))
"""Modals of what is only supposed."""

# Labels.

VERBAL = frozenset(("AUX", "VERB"))
"""Parts of speech of verbs, auxiliary or full."""

NOMINAL = frozenset(("NOUN", "PROPN"))
"""Parts of speech of nouns."""

STANDS_FOR_NOUN = NOMINAL | {"PRON"}
"""Parts of speech of nouns and of what stands for one."""

FINITE = frozenset(("MD", "VBD", "VBP", "VBZ"))
"""Tags of verbs that have a tense."""

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
"""Dependencies of nouns that are subjects."""

CLAUSAL_SUBJECTS = frozenset(("csubj", "csubjpass"))
"""Dependencies of clauses that are subjects."""

AUXILIARIES = frozenset(("aux", "auxpass"))
"""Dependencies of auxiliary verbs."""

OBJECTS = frozenset(("dative", "dobj"))
"""Dependencies of what a verb is done to, and for whom."""

ATTRIBUTES = frozenset(("amod", "compound", "nmod"))
"""Dependencies of words before a noun that say which one."""

NOUN_MODIFIERS = ATTRIBUTES | {"poss"}
"""The same and whose."""

COMPLEMENT_CLAUSES = frozenset(("ccomp", "xcomp"))
"""Dependencies of clauses that are what is said, thought or begun."""

HANGING_ON_NOUN = frozenset(("acl", "advcl", "ccomp", "prep", "relcl"))
"""Dependencies of clauses and phrases that say what a noun holds: "the claim that it sank"."""

DONE_TO = frozenset(("dobj", "nsubjpass"))
"""Dependencies of what a verb is done to, as its object or its passive subject."""
