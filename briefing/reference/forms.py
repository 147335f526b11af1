"""Forms of English verbs: by rule, and from data/reference/irregular_verbs.csv."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from briefing.reference.files import cell_list, rows

TAGS = ("VB", "VBP", "VBZ", "VBG", "VBD", "VBN")
"""The Penn tags of verbs but modals."""

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_PLAIN_O = ("oo", "io", "eo")
_KEEPS_E = ("ee", "oe", "ye")
_SHORT = re.compile(r"(?:[^aeiou]*|qu)[aeiou][bcdfgklmnprtvz]|quiz")
_FINAL_L = re.compile(r"[a-z]{2,}(?:[^aeiou][aeio]|ia|ue)l")


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a verb.

    Attributes:
        third: "warns".
        ing: "warning".
        past: "warned"; several where English has several ("dreamt", "dreamed").
        participle: The same of "has warned".
    """

    third: str
    ing: str
    past: tuple[str, ...]
    participle: tuple[str, ...]

    @property
    def inflected(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((self.third, self.ing, *self.past, *self.participle)))


@cache
def forms_of(lemma: str) -> Forms:
    """Return the forms of a verb, of any but be, have and do.

    "deny": "denies", "denying", "denied"; "swear": "swears", "swearing", "swore", "sworn".

    Args:
        lemma: Its base form; of a verb of two words ("point out") the first is inflected.
    """
    first, _, rest = lemma.partition(" ")
    if rest:
        one = forms_of(first)
        return Forms(
            f"{one.third} {rest}",
            f"{one.ing} {rest}",
            tuple(f"{form} {rest}" for form in one.past),
            tuple(f"{form} {rest}" for form in one.participle),
        )
    stem = f"{lemma}{lemma[-1]}" if _doubles(lemma) else lemma
    if lemma.endswith("ic"):
        stem = f"{lemma}k"  # "panicking"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third, ing, past = f"{lemma[:-1]}ies", f"{lemma}ing", f"{lemma[:-1]}ied"
    elif lemma.endswith("e"):
        ing = f"{lemma}ing" if lemma.endswith(_KEEPS_E) else f"{lemma[:-1]}ing"
        if lemma.endswith("ie"):
            ing = f"{lemma[:-2]}ying"
        third, past = f"{lemma}s", f"{lemma}d"
    else:
        third, ing, past = f"{lemma}s", f"{stem}ing", f"{stem}ed"
        if lemma.endswith(_HISSING) and not lemma.endswith(_PLAIN_O):
            third = f"{stem if lemma.endswith('z') else lemma}es"
    return Forms(third, ing, *_irregular().get(lemma, ((past,), (past,))))


def lemmas_by_form(lemmas: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return, by Penn tag (VB, VBP, VBZ, VBG, VBD, VBN), the verb of each form of `lemmas`.

    A verb with a final l is found with one l and with two ("signaled", "signalled"). Where two
    verbs share a form, the first one given has it.
    """
    found: dict[str, dict[str, str]] = {tag: {} for tag in TAGS}
    for lemma in lemmas:
        forms = forms_of(lemma)
        one_l = (f"{lemma}ing", f"{lemma}ed") if _ends_in_l(lemma) else ()
        ing, past = one_l[:1], one_l[1:]
        for tag, spelled in (
            ("VB", (lemma,)),
            ("VBP", (lemma,)),
            ("VBZ", (forms.third,)),
            ("VBG", (forms.ing, *ing)),
            ("VBD", (*forms.past, *past)),
            ("VBN", (*forms.participle, *past)),
        ):
            for form in spelled:
                found[tag].setdefault(form, lemma)
    return found


@cache
def _lists() -> tuple[dict[str, tuple[tuple[str, ...], tuple[str, ...]]], frozenset[str]]:
    irregular: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    doubling: set[str] = set()
    for row in rows("irregular_verbs.csv", required=("lemma",)):
        if row["past"]:
            irregular[row["lemma"]] = (cell_list(row["past"]), cell_list(row["participle"]))
        if row["doubles"]:
            doubling.add(row["lemma"])
    return irregular, frozenset(doubling)


def _irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return _lists()[0]


def _doubles(lemma: str) -> bool:
    """Say whether the last letter is doubled: "blogging", "admitting", "signalling"; not "opening".

    So it is after one syllable with one vowel, in what ends in an l (British), and in the verbs
    that are listed, which are stressed on their last syllable.
    """
    if lemma in _lists()[1] or _ends_in_l(lemma):
        return True
    return _SHORT.fullmatch(lemma) is not None


def _ends_in_l(lemma: str) -> bool:
    return _FINAL_L.fullmatch(lemma) is not None
