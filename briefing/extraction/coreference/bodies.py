"""It, its, they and their to countries, organisations and pairs, where only one reading is open."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from briefing.extraction.coreference.nations import nation_of
from briefing.extraction.coreference.reasons import traced, where_before
from briefing.extraction.coreference.sides import Nations
from briefing.extraction.facts import Entity, Mention
from briefing.extraction.grammar_words import STANDS_FOR_NOUN, SUBJECTS
from briefing.reference.reporting import ReportingWord

_KINDS = ("country", "organisation", "alliance")
_MOST = 3
_CLAUSE = ("ccomp",)

Meant = tuple[Sequence[Mention], str]
"""Who is meant, and why; nobody where it is not clear."""
_NOBODY: Meant = ((), "")


def impersonal(
    doc: Doc,
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    verbs: Mapping[str, ReportingWord],
    empty_it: Container[str],
    nations: Nations,
) -> list[Mention]:
    """Return a mention for each it, its, they and their that clearly means whom.

    Args:
        doc: The Doc.
        mentions: What is named.
        entities: By id.
        verbs: The reporting verbs.
        empty_it: The verbs whose "it" often means nothing.
        nations: Which countries noun phrases belong to.
    """
    reader = _Reader(mentions, entities, verbs, empty_it, nations)
    found: list[Mention] = []
    for sent in doc.sents:
        for token in sent:
            if token.tag_ in ("PRP", "PRP$"):
                meant, reason = reader.meant(token)
                for one in meant:
                    end = token.idx + len(token)
                    why = traced(one, reason)
                    found.append(
                        Mention(one.entity_id, token.idx, end, token.i, "pronoun", antecedent=why)
                    )
                if meant:
                    reader.keep(token, found[-len(meant) :])
        reader.end(sent.root)
    return found


class _Reader:
    """Reads in order; knows who was the subject of the sentence before."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        entities: Mapping[str, Entity],
        verbs: Mapping[str, ReportingWord],
        empty_it: Container[str],
        nations: Nations,
    ) -> None:
        self.entities = entities
        self.verbs = verbs
        self.empty_it = empty_it
        self.nations = nations
        self._at: dict[int, list[Mention]] = {}
        for mention in mentions:
            kind = entities[mention.entity_id].kind
            if kind == "person" or (kind in _KINDS and mention.form != "demonym"):
                known = self._at.setdefault(mention.head, [])
                if not known or (known[0].start, known[0].end) == (mention.start, mention.end):
                    known.append(mention)
        self._before: list[Mention] = []

    def keep(self, token: Token, mentions: Sequence[Mention]) -> None:
        """Remember whom a pronoun means, for those that follow it."""
        self._at[token.i] = list(mentions)

    def end(self, root: Token) -> None:
        """Go on to the next sentence."""
        self._before = self._subject(root)

    def meant(self, token: Token) -> Meant:
        """Return whom a pronoun means."""
        word = token.lower_
        if word == "its":
            return self._its(token)
        if word == "their":
            return self._their(token)
        if token.dep_ != "nsubj" or word not in ("it", "they"):
            return _NOBODY
        if token.head.dep_ in _CLAUSE and token.head.head.i < token.i:
            return self._told(token, several=word == "they")
        if token.head != token.sent.root:
            return _NOBODY
        if word == "they":
            several = self._before if 1 < len(self._before) <= _MOST else []
            together = "the two" if len(several) == 2 else "those"
            reason = f"One of {together} who are the subject together {where_before(1)}."
            return several, reason
        if self._is_body(self._before) and token.head.lemma_.lower() in self.verbs:
            return self._before, f"The only subject {where_before(1)}."
        return _NOBODY

    def _is_body(self, mentions: Sequence[Mention]) -> bool:
        return len(mentions) == 1 and self.entities[mentions[0].entity_id].kind in _KINDS

    def _subject(self, verb: Token) -> list[Mention]:
        """Return who is the subject of a verb; nobody if not all of them are known."""
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                sides = self.nations.of(child)  # "the Danish and Dutch ministers"
                return self._joined(child) or (sides if len(sides) > 1 else [])
        return []

    def _joined(self, noun: Token) -> list[Mention]:
        found: list[Mention] = []
        for token in (noun, *noun.conjuncts):
            mentions = self._at.get(token.i)
            if mentions is None:
                nation = nation_of(token)
                if nation is None:
                    return []
                mentions = [nation]
            found += mentions
        return found

    def _told(self, token: Token, *, several: bool) -> Meant:
        """Read it and they in what their own speaker says: "Norway said it would sign".

        Not so where something else is named before it, or "it" may mean nothing: "Norway said it
        was late".
        """
        cue = token.head.head
        if cue.lemma_.lower() not in self.verbs:
            return _NOBODY
        speakers = self._subject(cue)
        between = token.doc[cue.i + 1 : token.i]
        named = (one for one in between if one.ent_type_ not in ("DATE", "TIME"))
        if any(one.pos_ in STANDS_FOR_NOUN for one in named):
            return _NOBODY
        reason = f"The subject of “{cue.text}”, whose words these are, and nothing else is named"
        if several:
            fits = 1 < len(speakers) <= _MOST
            return (speakers, f"{reason} in between.") if fits else _NOBODY
        verb = token.head
        empty = verb.lemma_.lower() in self.empty_it or verb.lemma_ == "be"
        if not self._is_body(speakers) or empty:
            return _NOBODY
        return speakers, f"{reason} in between."

    def _their(self, token: Token) -> Meant:
        """Read "their" of an object: "France and Spain doubled their budgets"."""
        noun = token.head
        if noun.dep_ != "dobj" or noun.head.i > token.i:
            return _NOBODY
        speakers = self._subject(noun.head)
        if not 1 < len(speakers) <= _MOST:
            return _NOBODY
        return speakers, f"One of the subjects of “{noun.head.text}” in the same sentence."

    def _its(self, token: Token) -> Meant:
        """Read "its": the subject of its clause, or the only body named before it."""
        current = token.head
        for _ in range(6):
            for child in current.children:
                if child.dep_ in SUBJECTS and child.i < token.i and not child.is_ancestor(token):
                    mentions = self._joined(child)
                    if self._is_body(mentions):
                        return mentions, f"The subject of “{current.text}” in the same sentence."
            if current.dep_ == "ROOT" or current.head == current:
                break
            current = current.head
        named = {one.entity_id: one for one in self._bodies(token.sent.start, token.i)}
        if len(named) != 1:
            return _NOBODY
        reason = "The only country or organisation named before it in the same sentence."
        return tuple(named.values()), reason

    def _bodies(self, start: int, end: int) -> Iterator[Mention]:
        for index in range(start, end):
            for mention in self._at.get(index, ()):
                if self.entities[mention.entity_id].kind in _KINDS:
                    yield mention
