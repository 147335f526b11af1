"""What is told of as said though nobody said it: supposed, owed, left undone, said by nobody."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.quotes.cues import Cue
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.reporting import quoting

_IF = {"if", "unless"}
_NOBODY = {"nobody", "none", "nothing"}
_OWED = {"should", "ought", "must"}
_OWED_TO = {"ought", "need", "have"}
_FIRST = {"i", "we", "one"}
_DEEDS = {"asks", "condemns", "demands", "praises", "threatens", "urges", "warns"}
"""Acts that are deeds in words: who does not do them has said nothing."""


@dataclass(frozen=True, slots=True)
class Report:
    """A cue and who is said to speak with it."""

    cue: Cue
    speaker: Token | None


@rule(
    example="If Mary Lund says that the pact is dead, markets will fall.",
    counter_example="Mary Lund says that markets will fall if the pact is dead.",
)
def supposed(report: Report) -> bool | None:
    """What somebody says under a condition is not said yet: "if he says that"."""
    marks = (it for it in report.cue.head.children if it.dep_ == "mark")
    return any(it.lower_ in _IF for it in marks) or None


@rule(
    example="Had we told Moscow that the port was shut, it would have waited.",
    counter_example="We had told Moscow that the port was shut.",
)
def supposed_by_order(report: Report) -> bool | None:
    """So is what an auxiliary before its subject supposes: "had we told Moscow that"."""
    verb = report.cue.head
    fronted = [it for it in verb.lefts if it.dep_ == "aux" and it.lower_ in ("had", "should")]
    subjects = [it for it in verb.lefts if it.dep_ == "nsubj"]
    before = bool(fronted and subjects) and fronted[0].i < subjects[0].i
    return (before and "?" not in [it.text for it in verb.sent[-2:]]) or None


@rule(
    example="Nobody said that the pact was dead.",
    counter_example="Neither side would say that the pact was dead.",
)
def said_by_nobody(report: Report) -> bool | None:
    """What nobody or no minister says is nobody's claim."""
    speaker = report.speaker
    if speaker is None:
        return None
    before = [it.lower_ for it in speaker.subtree if it.i < speaker.i]
    none = speaker.lower_ in _NOBODY or before[:1] in (["no"], ["not"])
    return (none and report.cue.kind == "verb") or None


@rule(
    example="It ought to tell Beijing that the port is shut.",
    counter_example="I must say that the port is shut.",
)
def owed(report: Report) -> bool | None:
    """What somebody ought to say is not said."""
    verb, speaker = report.cue.head, report.speaker
    if report.cue.kind != "verb" or (speaker is not None and speaker.lower_ in _FIRST):
        return None
    modal = any(it.dep_ == "aux" and it.lower_ in _OWED for it in verb.children)
    above = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_.lower() in _OWED_TO
    return modal or above or None


@rule(
    example="The government has not accused Iran of the attack.",
    counter_example="The government would not say that it was an attack.",
)
def not_done(report: Report) -> bool | None:
    """Who does not accuse, urge or threaten, or refuses to, has said nothing."""
    verb = report.cue.head
    if report.cue.kind != "verb" or report.cue.word.act not in _DEEDS:
        return None
    above = quoting().verbs.get(verb.head.lemma_.lower()) if verb.dep_ == "xcomp" else None
    refused = above is not None and above.act == "declines-to-comment"
    undone = any(it.dep_ == "neg" for it in verb.lefts)
    return refused or undone or None


RULES: tuple[Rule[[Report], bool], ...] = (
    supposed,
    supposed_by_order,
    said_by_nobody,
    owed,
    not_done,
)


def is_unsaid(cue: Cue, speaker: Token | None) -> bool:
    """Tell whether nobody said what a cue tells of."""
    return first(RULES, Report(cue, speaker)) is not None


def is_nobodys(cue: Cue | None, speaker: Token | None) -> bool:
    """Tell whether nobody is said to say it, which holds for words in marks, too."""
    return cue is not None and said_by_nobody(Report(cue, speaker)) is not None
