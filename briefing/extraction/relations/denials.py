"""Who denies what was said just before: "Lima rejected the claim", "…, which Lima denies"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from briefing.extraction.doc import text_of
from briefing.extraction.facts import Quote, Relation, Standing
from briefing.extraction.relations.arguments import surface_subjects
from briefing.extraction.relations.lexicon import dismisses
from briefing.extraction.relations.who import Actor, all_actors
from briefing.reference.sides import CLAIMING, is_named, points_back
from briefing.reference.standing import standing_words

BACK = 2
"""How many sentences back a denial may reach."""


@dataclass(frozen=True, slots=True)
class _Denial:
    verb: Token
    deniers: tuple[Actor, ...]


def with_denials(doc: Doc, relations: list[Relation]) -> list[Relation]:
    """Mark the relations that a later clause denies without telling them again.

    "Quito says Lima armed the rebels. Lima and Bogota deny this." A relation is denied by those
    of its parties who deny; without a claimant named it is denied, with one it is disputed. So is
    what stands in a quotation that another speaker denies.
    """
    result = list(relations)
    starts = [sent.start_char for sent in doc.sents]
    for denial in _denials(doc):
        for number in _meant(result, denial, starts):
            result[number] = _denied(result[number], denial)
    answered = denied_quotes(doc)
    for number, relation in enumerate(result):
        standing = denied_in_quote(answered, relation.trigger_start, relation.standing)
        result[number] = replace(relation, standing=standing)
    return result


@dataclass(frozen=True, slots=True)
class Answered:
    """A quotation that another speaker denies: where it stands, who says it, who denies it."""

    start: int
    end: int
    claimant: str | None
    denier: str


def denied_quotes(doc: Doc) -> list[Answered]:
    """Return the quotations that a denial in the same sentence or the next points back at.

    "Rebels say the army shelled the town. The army denied the claim": the last thing claimed before
    it is meant.
    """
    quotes = sorted(doc._.quotes or (), key=lambda quote: quote.end)
    starts = [sent.start_char for sent in doc.sents]
    found = []
    claim: Quote | None = None
    for quote in quotes:
        if quote.act in CLAIMING:
            claim = quote
        if quote.act != "denies" or claim is None or claim.end > quote.start:
            continue
        apart = bisect_right(starts, quote.start) - bisect_right(starts, claim.start)
        who, claimant = _speaker(doc, quote), _speaker(doc, claim)
        if apart <= 1 and points_back(_words(doc, quote)) and is_named(who) and who != claimant:
            found.append(Answered(claim.start, claim.end, claimant, str(who)))
    return found


def denied_in_quote(answered: Iterable[Answered], at: int, standing: Standing) -> Standing:
    """Return a standing with who denies the quotation that it is said in.

    Args:
        answered: What `denied_quotes` returned.
        at: Offset of the word whose standing it is.
        standing: Its standing so far.
    """
    if standing.denied_by is not None or standing.standing not in ("asserted", "attributed"):
        return standing
    for one in answered:
        if one.start <= at < one.end:
            claimant = standing.attributed_to or one.claimant
            return Standing("disputed", claimant, one.denier, standing.condition)
    return standing


def _words(doc: Doc, quote: Quote) -> str:
    span = doc.char_span(quote.start, quote.end, alignment_mode="expand")
    return text_of(span) if span is not None else ""


def _speaker(doc: Doc, quote: Quote) -> str | None:
    if quote.speaker_id is not None or quote.speaker_start is None or quote.speaker_end is None:
        return quote.speaker_id
    span = doc.char_span(quote.speaker_start, quote.speaker_end, alignment_mode="expand")
    return text_of(span) if span is not None else None


def _denials(doc: Doc) -> Iterator[_Denial]:
    words = standing_words()["denied"]
    for token in doc:
        lemma = token.lemma_.lower()
        if (
            token.pos_ != "VERB"
            or lemma not in words["verbs"] | words["dismissing"] | words["calling"]
        ):
            continue
        if any(child.dep_ == "neg" for child in token.children):
            continue
        if _points_back(token, lemma):
            deniers = tuple(all_actors(surface_subjects(token)))
            if deniers:
                yield _Denial(token, deniers)


def _points_back(verb: Token, lemma: str) -> bool:
    """Say whether a denial's object is what was said before, not something told anew."""
    words = standing_words()["denied"]
    if lemma in words["calling"]:
        return dismisses(verb)
    for child in verb.children:
        if child.dep_ == "relcl" or child.dep_ not in ("dobj", "dative"):
            continue
        pointing = {c.lower_ for c in child.children if c.dep_ in ("det", "predet", "poss")}
        further = any(c.dep_ in ("acl", "relcl", "prep", "ccomp") for c in child.children)
        if child.lower_ in words["pronouns"]:
            return True
        if child.lemma_.lower() in words["claims"] and (
            not further or pointing & words["pointing"]
        ):
            return lemma in words["verbs"] or bool(pointing) or child.tag_ == "NNS"
        if pointing & words["pointing"] and lemma in words["verbs"]:
            return True
    return False


def _meant(relations: list[Relation], denial: _Denial, starts: list[int]) -> list[int]:
    """Choose the relations that are denied: the nearest ones that the deniers are in."""
    at = denial.verb.idx
    here = max(number for number, start in enumerate(starts) if start <= at)
    codes = {actor.code for actor in denial.deniers}
    for back in range(BACK + 1):
        if here - back < 0:
            break
        first = starts[here - back]
        last = at if back == 0 else starts[here - back + 1]
        near = [n for n, r in enumerate(relations) if first <= r.trigger_start < last]
        for fits in (
            lambda r: r.source in codes and r.target in codes,
            lambda r: r.source in codes,
            lambda r: r.target in codes and r.quad.startswith("material"),
        ):
            chosen = [n for n in near if fits(relations[n])]
            if chosen:
                return chosen
    return []


def _denied(relation: Relation, denial: _Denial) -> Relation:
    standing = relation.standing
    by = [standing.denied_by] if standing.denied_by else []
    by += [actor.entity_id for actor in denial.deniers if actor.entity_id not in by]
    claimed = standing.attributed_to is not None and standing.attributed_to not in by
    return replace(
        relation,
        standing=Standing(
            "disputed" if claimed else "denied",
            standing.attributed_to,
            "; ".join(by),
            standing.condition,
        ),
    )
