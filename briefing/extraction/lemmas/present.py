"""Where a form such as "hints" or "reports" must be a verb, read off the words beside it.

The small model takes many present forms of reporting verbs for nouns: "The envoy hints that prices
will fall" has no verb then. Its tags are no help there, so only closed classes of words, the list
of who can speak, and capitals are asked; where they leave a doubt, the model decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.reference.closed_classes import closed_classes
from briefing.reference.countries import country_words
from briefing.reference.forms import forms_of
from briefing.reference.reporting import ReportingWord, reporting
from briefing.reference.speakers import speaker_nouns
from briefing.reference.spelling import british, spellings
from briefing.reference.verbs import verbs

_POSSESSIVE = ("'s", "'")
_QUOTES = ('"', "''", "``")
_BREAKS = (",", ";", ":", "-", "--", ".", "!", "?", "(", ")")
_ENDS = (".", ",", ";")
_LONGEST = 8
"""Words of a subject that are looked at: "The foreign minister of the Czech Republic"."""
_LONGEST_ASIDE = 25


class Present:
    """Tells which words of a Doc are present forms of reporting verbs, without asking its tags."""

    def __init__(self) -> None:
        words = {
            spelled: word
            for lemma, word in reporting().verbs.items()
            if " " not in lemma
            for spelled in spellings(lemma)
        }
        acting = {lemma for part, lemma in verbs().entries if part == "verb"}
        self._singular = {forms_of(lemma).third: word for lemma, word in words.items()}
        self._plural = words
        self._forms = {form for lemma in words for form in forms_of(lemma).inflected} | {*words}
        self._base = {*acting, *words}
        self._nouns = speaker_nouns()
        self._places = {name for name, form, _ in country_words() if form != "demonym"}
        self._demonyms = {name for name, form, _ in country_words() if form == "demonym"}
        self._words = closed_classes()
        pronouns = self._words.subjects | self._words.pronouns
        self._closed = self._words.determiners | self._words.plural | pronouns
        self._no_nouns = self._words.helpers | pronouns

    def find(self, doc: Doc) -> Iterator[tuple[Token, str]]:
        """Yield the words that must be verbs, each with a verb that no model takes for a noun.

        "The envoy hints that …" yields "hints" and "says"; "The envoys hint" yields "hint" and
        "say"; "The bank lobbies to keep …" yields "lobbies" and "wants".
        """
        for token in doc:
            for words, several, plain, wanting in (
                (self._singular, False, "says", "wants"),
                (self._plural, True, "say", "want"),
            ):
                word = words.get(token.text)
                if word is None or not self._has_subject(token, several=several):
                    continue
                if self._governs_words(token, word):
                    yield token, plain
                elif self._governs_deed(token, word):
                    yield token, wanting

    def _has_subject(self, token: Token, *, several: bool) -> bool:
        """Tell whether who can speak stands before a word, at the start of a clause."""
        before = _before(token)
        if before is None:
            return False
        if before.text in _QUOTES and not several:
            closed = _before(before)
            return closed is not None and closed.text == ","  # "…," remarks the envoy
        if before.text == ",":
            before = _before_aside(before)
        return before is not None and self._is_subject(before, several=several)

    def _is_subject(self, last: Token, *, several: bool) -> bool:
        """Tell whether a noun phrase that can speak ends here, and a clause begins with it."""
        if last.lower_ in self._words.plural:
            return several
        if _is_capital(last):
            before = _before(last)
            if not self._is_name(last, before):
                return False
            joined = before is not None and before.lower_ in ("and", "or")
            return joined == several and self._opens_clause(last, named=True)
        return self._can_speak(last, several=several) and self._opens_clause(last, named=False)

    def _is_name(self, word: Token, before: Token | None) -> bool:
        """Tell whether a capitalised word is a name: not "Russian", not "New" in "New rules"."""
        text = word.text
        if text.lower() in self._closed or word.like_num or text in self._demonyms:
            return False
        opens = before is None or before.text in (*_BREAKS, *_QUOTES)
        return not opens or text in self._places or f" {text} " in word.doc.text[1:]

    def _can_speak(self, noun: Token, *, several: bool) -> bool:
        if not several:
            return british(noun.lower_) in self._nouns
        word = british(noun.lower_)
        singular = (word.removesuffix("s"), word.removesuffix("es"), f"{word[:-3]}y")
        return word.endswith("s") and any(one in self._nouns for one in singular if one != word)

    def _opens_clause(self, last: Token, *, named: bool) -> bool:
        """Tell whether a clause begins with the noun phrase that ends at `last`.

        "The minister", "Prime Minister Anna Berg", "the governor of the bank", at the start of a
        sentence, after a comma or "that"; but not the "government" of "rejected government claims".
        """
        token = last
        determined = named or last.lower_.endswith("s")
        for _ in range(_LONGEST):
            before = _before(token)
            if before is None or before.text in (*_BREAKS, *_QUOTES):
                return determined
            if before.lower_ in self._words.openers and token.lower_ not in self._words.openers:
                return determined
            if before.lower_ in self._words.prepositions:
                above = _before(before)
                return above is not None and above.text != "," and self._governs(above)
            if token.lower_ in self._words.determiners or before.text in self._forms:
                return False
            if before.lower_ in self._no_nouns:
                return False
            if not before.text[0].isalpha():
                return before.text in _POSSESSIVE and self._owns(before)
            if _is_participle(before):
                return False
            determined = determined or before.lower_ in self._words.determiners
            token = before
        return False

    def _governs(self, noun: Token) -> bool:
        """Tell whether somebody stands before a preposition: the governor of "the governor of"."""
        return noun.lower_ not in self._words.plural and any(
            self._is_subject(noun, several=several) for several in (False, True)
        )

    def _owns(self, possessive: Token) -> bool:
        """Tell whether a clause begins with an owner: "France's foreign minister"."""
        owner = _before(possessive)
        return owner is not None and self._opens_clause(owner, named=owner.is_title)

    def _governs_words(self, token: Token, word: ReportingWord) -> bool:
        """Tell whether a clause or marked words follow, or stand before with their comma."""
        following = _following(token)
        if following is None:
            return False
        if following.lower_ == "that" and ("that" in word.frames or not word.frames):
            return self._opens_content(_following(following))
        if "quote" not in word.frames:
            return False
        if following.text in (",", ":"):
            following = _following(following) or following
        if _opens_marks(following):
            return True
        if (following.text in _ENDS or _text(_before(token)) in _QUOTES) and _follows_marks(token):
            return True
        named = not token.nbor(-1).is_lower or token.nbor(-1).lower_ in self._nouns.people
        return following.lower_ in self._words.subjects and "that" in word.frames and named

    def _opens_content(self, token: Token | None) -> bool:
        """Tell whether a clause with its own subject follows "that".

        "that prices will fall", but not the "that limit smoking" of "rules that limit smoking".
        """
        if token is None or token.lower_ in self._words.helpers:
            return False
        return not token.is_lower or token.text not in self._base

    def _governs_deed(self, token: Token, word: ReportingWord) -> bool:
        """Tell whether what somebody is to do follows: "lobbies to keep the ports open"."""
        following = _following(token)
        if following is None or following.lower_ != "to" or "inf" not in word.frames:
            return False
        deed = _following(following)
        return deed is not None and deed.text in self._base


def _before(token: Token) -> Token | None:
    """Return the word before in the same paragraph."""
    if token.i == 0 or token.is_sent_start:
        return None
    before = token.nbor(-1)
    return _before(before) if before.is_space else before


def _following(token: Token) -> Token | None:
    """Return the word that follows in the same paragraph."""
    if token.i + 1 >= len(token.doc) or token.nbor().is_sent_start:
        return None
    following = token.nbor()
    return _following(following) if following.is_space else following


def _text(token: Token | None) -> str:
    return token.text if token is not None else ""


def _is_capital(word: Token) -> bool:
    return word.is_title or word.is_upper


def _is_participle(word: Token) -> bool:
    """Tell whether a word may be the verb of another subject: "The town received army reports".

    Not so after a determiner or an adverb: "the newly appointed minister".
    """
    if not word.is_lower or not word.text.endswith(("ed", "ing")):
        return False
    before = _before(word)
    adjective = before is not None and (
        before.lower_ in closed_classes().determiners
        or before.lower_.endswith("ly")
        or before.text in _POSSESSIVE
    )
    return not adjective


def _opens_marks(mark: Token) -> bool:
    return mark.text in _QUOTES and not mark.whitespace_


def _before_aside(comma: Token) -> Token | None:
    """Return the word that an aside between commas follows: "Kyiv, which leads the talks,"."""
    for index in range(comma.i - 1, max(comma.i - _LONGEST_ASIDE, 0), -1):
        token = comma.doc[index]
        if token.is_sent_start or token.text in (".", ";", *_QUOTES):
            return None
        if token.text == ",":
            words = closed_classes()
            opens = comma.doc[index + 1].lower_ in words.relatives | words.determiners
            return _before(token) if opens else None
    return None


def _follows_marks(token: Token) -> bool:
    """Tell whether marked words and a comma stand before a verb and its subject: "…," she notes."""
    for index in range(token.i - 1, max(token.i - _LONGEST, 0), -1):
        if token.doc[index].text in _QUOTES:
            return token.doc[index - 1].text in (",", "?", "!")
    return False
