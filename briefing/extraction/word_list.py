"""Which words are the language's and not only names: the word list of the model's lemmatiser."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import cast

from spacy.language import Language
from spacy.pipeline import Lemmatizer

from briefing.extraction.headlines import IsWord

_PREFIXES = ("anti", "counter", "mis", "non", "out", "over", "pre", "re", "un", "under")
"""What stands before a listed word in many that are not listed: "overfishing", "reopening"."""

_TABLES = ("lemma_index", "lemma_exc", "lemma_rules")


@cache
def word_list(nlp: Language) -> IsWord:
    """Return whether a word in lower case, in any of its forms, is in a model's word list.

    The list is WordNet's, which also has names ("france" is a noun there), so a name has to be told
    by other means. A model without such a list knows no word.
    """
    pipe = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if not isinstance(pipe, Lemmatizer) or not all(map(pipe.lookups.has_table, _TABLES)):
        return lambda word, classes: False
    index, irregular, rules = map(pipe.lookups.get_table, _TABLES)

    @cache
    def classes_of(word: str) -> frozenset[str]:
        return frozenset(
            name
            for name in ("noun", "verb", "adj", "adv")
            if name in index
            and any(
                form in index[name]
                for form in _bases(
                    word,
                    cast("Mapping[str, Sequence[str]]", irregular.get(name, {})),
                    cast("Sequence[tuple[str, str]]", rules.get(name, ())),
                )
            )
        )

    def is_word(word: str, classes: Collection[str]) -> bool:
        rests = (word.removeprefix(part) for part in _PREFIXES if word.startswith(part))
        return any(not classes_of(form).isdisjoint(classes) for form in (word, *rests))

    return is_word


def _bases(
    word: str, irregular: Mapping[str, Sequence[str]], rules: Sequence[tuple[str, str]]
) -> Collection[str]:
    """Return what a word may be a form of: itself, "drills" of "drill", "sang" of "sing"."""
    found = {word, *irregular.get(word, ())}
    found |= {word.removesuffix(old) + new for old, new in rules if old and word.endswith(old)}
    return found
