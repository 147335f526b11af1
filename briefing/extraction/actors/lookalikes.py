"""Words that look like a name of the reference and are none: "US$5", "Spanish flu", "Air China"."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from briefing.extraction.actors.evidence import is_setting
from briefing.extraction.actors.roles import is_surname, title_kind
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.actors.things import in_set_phrase, names_a_thing
from briefing.extraction.headlines import is_headline
from briefing.extraction.rules import Rule, rule
from briefing.reference.ambiguous import ambiguous
from briefing.reference.gazetteer import Match
from briefing.reference.name_words import name_words
from briefing.reference.place_cues import place_cues
from briefing.reference.places import regions

_LONGEST_ABBREVIATION = 5
"""A word of more letters in capitals is seldom an abbreviation (set by hand)."""

_STATES = ("Federal", "Supreme", "National", "Presidential")
"""Words that make a council a state's own."""

_BESIDE = 3
"""So many words on either side tell whether a line is in capitals (set by hand)."""


@rule(example="The SWAT team waited in Lima.", counter_example="SWAT (AP) - Schools reopened.")
def abbreviation_like_a_region(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a region's short name in capitals amid ordinary words: it is an abbreviation."""
    return (
        match.text.isupper()
        and match.names[0].form == "name"
        and match.names[0].kind == "place"
        and 2 < len(match.text) <= _LONGEST_ABBREVIATION
        and not _is_written_so(match)
        and not _shouting(span.doc, span)
        and not is_setting(around.text, match.start, match.end)
    )


@rule(
    example="Swat the fly, she said.",
    counter_example="Floods reached Swat on Monday.",
)
def word_that_is_no_name_here(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a name that is also an English word where the tagger sees no proper noun.

    "A Swede" keeps its capital inside a sentence.
    """
    words = ambiguous()
    if match.text not in words.needs_proper_noun or span.root.pos_ == "PROPN":
        return False
    one_of_them = match.text in words.persons_only or match.text[:-1] in words.persons_only
    return not (one_of_them and span.root.pos_ == "NOUN" and not span[0].is_sent_start)


@rule(example="TELL US WHO IS NEXT", counter_example="The US and Peru agreed.")
def word_in_a_line_of_capitals(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse an abbreviation that a line of capitals holds as a word: US, WHO, IS."""
    text = match.text
    return (
        text.isupper() and text.lower() in ambiguous().capital_words and _shouting(span.doc, span)
    )


@rule(example="It cost US$5 million.", counter_example="The US paid $5 million.")
def currency(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a name that a sign of money follows."""
    return around.text.startswith("$", match.end)


@rule(
    example="Spanish flu killed millions.",
    counter_example="Spanish officials said that flu killed millions.",
)
def illness_or_language(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a place's or a people's name that names an illness or a language with what follows."""
    return _geographic(match) and names_a_thing(around.text, match.end)


@rule(
    example="They played Russian roulette with the think tanks.",
    counter_example="Russian tanks crossed the border.",
)
def set_phrase(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a name inside a set phrase: "Russian roulette", "think tank"."""
    return in_set_phrase(around.text, match.start, match.end)


@rule(example="He bought a Dane gun.", counter_example="A Dane bought a gun.")
def member_of_a_people(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a noun for one of a people that describes another noun."""
    return match.text in ambiguous().persons_only and span.root.dep_ == "compound"


@rule(
    example="She cooked a Thanksgiving Turkey.", counter_example="Isolated Turkey asked for help."
)
def dish(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a country's name after a word of cooking, or a feast at which it is eaten."""
    before = around.before(match.start)
    return _country(match) and before is not None and before.lower_ in ambiguous().cooking


@rule(example="He flew with Air Malta.", counter_example="The air in Malta is clean.")
def airline(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a country's name that "Air" makes an airline of."""
    before = around.before(match.start)
    return _country(match) and before is not None and before.text == "Air"


@rule(
    example="Fishermen on Lake Chad found the boat.",
    counter_example="Fishermen in Chad found the boat.",
)
def place_named_after_it(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a country's or region's name of which "Lake" or "Port" makes another place."""
    before = around.before(match.start)
    return (
        _geographic(match)
        and match.names[0].form in ("name", "capital", "demonym")
        and before is not None
        and before.text in place_cues().openings
        and around.text[before.idx + len(before) : match.start] == " "
    )


@rule(
    example="Planters from New Georgia sold copra.",
    counter_example="New Georgia Law Angers the Union",
)
def place_called_new(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a country's or region's name after "New", except in a title in title case."""
    before = around.before(match.start)
    if not _geographic(match) or match.names[0].form != "name" or before is None:
        return False
    return before.text == "New" and not before.is_sent_start and not _in_a_title(span)


@rule(
    example="Irish-American voters stayed at home.",
    counter_example="Russian-American talks failed.",
)
def of_origin(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a word that only says where an American's family is from."""
    text = around.text
    if match.names[0].form != "demonym" or not text.startswith("-American", match.end):
        return False
    following = _first_word(text[match.end + len("-American") : match.end + 40])
    return following.lower() not in name_words().between_states


@rule(example="He speaks fluent Spanish.", counter_example="He speaks of Spanish farmers.")
def spoken_language(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a demonym that closes its phrase after a word of speaking or learning."""
    before = around.before(match.start)
    if match.names[0].form != "demonym" or before is None:
        return False
    if before.lower_ not in ambiguous().speaking:
        return False
    after = around.text[match.end : match.end + 20]
    return not (after[:1] == " " and _first_word(after))


@rule(example="He scored for Real Madrid.", counter_example="He lives in Madrid.")
def last_word_of_a_name(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a capital or a demonym that ends what the model takes for one name."""
    before = around.before(match.start)
    if match.names[0].form not in ("demonym", "capital") or before is None:
        return False
    head = span[0]
    return (
        _geographic(match)
        and before.i == span.start - 1
        and head.ent_type_ in ("ORG", "PERSON")
        and before.ent_type_ == head.ent_type_
        and head.ent_iob_ == "I"
        and before.pos_ == "PROPN"
        and title_kind(before.text) is None
    )


@rule(
    example="Senator Jordan criticised China.",
    counter_example="The senator said Jordan criticised China.",
)
def surname_after_a_title(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse a country's name right after a person's title with a capital: "Senator |Jordan|"."""
    return _country(match) and is_surname(span)


@rule(
    example="The National Security Council warned Iran.",
    counter_example="The Security Council warned Iran.",
)
def council_of_a_state(span: Span, match: Match, around: Surroundings) -> bool:
    """Refuse the UN's council where a word before it says that it is a state's."""
    before = around.before(match.start)
    if match.text != "Security Council" or before is None:
        return False
    return before.text in _STATES or before.lower_ in ("'s", "s'")


RULES: tuple[Rule[[Span, Match, Surroundings], bool], ...] = (
    abbreviation_like_a_region,
    word_that_is_no_name_here,
    word_in_a_line_of_capitals,
    currency,
    illness_or_language,
    set_phrase,
    member_of_a_people,
    dish,
    airline,
    place_named_after_it,
    place_called_new,
    of_origin,
    spoken_language,
    last_word_of_a_name,
    surname_after_a_title,
    council_of_a_state,
)


def _geographic(match: Match) -> bool:
    return match.names[0].kind in ("country", "place")


def _is_written_so(match: Match) -> bool:
    """Tell whether capitals are a region's own way of writing: NSW, B.C."""
    region = regions()[match.names[0].entity_id]
    return match.text in (region.name, *region.aliases)


def _country(match: Match) -> bool:
    return match.names[0].kind == "country" and match.names[0].form == "name"


def _in_a_title(span: Span) -> bool:
    """Tell whether a name stands in a title in title case, where "New" is an adjective as well."""
    return is_headline(span.sent.text)


def _first_word(text: str) -> str:
    """Return the first word of what follows a name; "" when punctuation comes first."""
    words = text.split(maxsplit=1)
    return words[0].strip(".,;:!?\"')") if words and text[:1] == " " else ""


def _shouting(doc: Doc, span: Span) -> bool:
    """Tell whether a name stands in a line of capitals, where US may be us."""
    window = doc[max(0, span.start - _BESIDE) : span.end + _BESIDE]
    others = [
        token for token in window if token.is_alpha and token.i not in range(span.start, span.end)
    ]
    return bool(others) and all(token.is_upper for token in others)
