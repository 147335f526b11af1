"""Articles and tables made by a seeded generator, to fill a library of any size quickly."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from briefing.article import Article
from briefing.reference import countries
from briefing.tables import ACTS, EXTRACTED, QUADS, STANDINGS, Tables, fact_id
from briefing.version import VERSION

Row = dict[str, Any]

SENTENCES = 30
VERBS = ("warned", "praised", "visited", "supplied", "condemned", "assured", "joined")
NOUNS = ("border", "harbour", "treaty", "summit", "sanctions", "missiles", "grain", "pipeline")
QUAD_OF = dict(zip(VERBS, (QUADS * 2)[: len(VERBS)], strict=True))
SPEAKERS = 400


def articles(number: int, *, seed: int = 7) -> Iterator[tuple[Article, dict[str, list[Row]]]]:
    """Yield `number` articles of about 550 words with the rows that extraction might give."""
    chance = random.Random(seed)
    codes = list(countries.countries())
    for index in range(number):
        yield _article(index, chance, chance.sample(codes, 8))


def _article(index: int, chance: random.Random, codes: list[str]) -> tuple[Article, Any]:
    title = f"{_name(codes[0])} and {_name(codes[1])} at odds over {chance.choice(NOUNS)} {index}"
    speakers = [chance.randrange(SPEAKERS) for _ in range(4)]
    parts: list[tuple[str, str, str, int, str]] = []
    for _ in range(SENTENCES):
        source, target = chance.sample(codes, 2)
        verb, speaker = chance.choice(VERBS), chance.choice(speakers)
        sentence = (
            f"{_name(source)} {verb} {_name(target)} over the {chance.choice(NOUNS)}, and Speaker "
            f"{speaker} said that the {chance.choice(NOUNS)} would stay open in the coming month."
        )
        parts.append((sentence, source, target, speaker, verb))
    text = (
        title
        + "\n\n"
        + "\n\n".join(
            " ".join(part[0] for part in parts[place : place + 3])
            for place in range(0, SENTENCES, 3)
        )
    )
    day = f"20{10 + index % 14:02}-{1 + index % 12:02}-{1 + index % 28:02}"
    article = Article(
        text=text,
        title=title,
        title_end=len(title),
        source=f"Outlet {index % 40}",
        published=day,
        published_basis="stated",
    )
    return article, _rows(article, parts, chance)


def _rows(
    article: Article, parts: list[tuple[str, str, str, int, str]], chance: random.Random
) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in EXTRACTED}
    key, day = article.article_id, article.published
    rows["articles"].append(
        {
            "article_id": key,
            "title": article.title,
            "text": article.text,
            "source": article.source,
            "published": day,
            "published_basis": article.published_basis,
            "published_earliest": day,
            "published_latest": day,
            "language": "en",
            "words": len(article.text.split()),
            "reader_version": f"{VERSION} synthetic",
        }
    )
    rows["sentences"].append(
        {"article_id": key, "sentence": 0, "paragraph": 0, "start": 0, "end": article.title_end}
    )
    position = article.title_end
    for number, (sentence, source, target, speaker, verb) in enumerate(parts, start=1):
        start = article.text.index(sentence, position)
        position = start + len(sentence)
        at = {"article_id": key, "sentence": number}
        rows["sentences"].append(
            {**at, "paragraph": 1 + (number - 1) // 3, "start": start, "end": position}
        )
        _sentence_rows(rows, at, sentence, start, (source, target, speaker, verb), chance)
    return rows


def _sentence_rows(
    rows: dict[str, list[Row]],
    at: Row,
    sentence: str,
    start: int,
    parts: tuple[str, str, int, str],
    chance: random.Random,
) -> None:
    source, target, speaker, verb = parts
    person, key = f"person:speaker-{speaker}", at["article_id"]

    def span(words: str) -> tuple[int, int]:
        begin = start + sentence.index(words)
        return begin, begin + len(words)

    for words, entity, form in (
        (_name(source), f"country:{source}", "name"),
        (_name(target), f"country:{target}", "name"),
        (f"Speaker {speaker}", person, "name"),
    ):
        begin, end = span(words) if words != _name(target) else _second(sentence, start, words)
        rows["mentions"].append(
            {
                **at,
                "mention_id": fact_id(key, "m", begin, end, entity),
                "entity_id": entity,
                "start": begin,
                "end": end,
                "text": words,
                "form": form,
                "role": "Foreign Minister" if entity == person and speaker % 3 == 0 else None,
            }
        )
    begin = start + sentence.index(" said that ") + len(" said ")
    end = start + len(sentence) - 1
    quote = fact_id(key, "q", begin, end)
    kind = chance.choice(("direct", "mixed", "indirect"))
    rows["quotes"].append(
        {
            **at,
            "quote_id": quote,
            "kind": kind,
            "start": begin,
            "end": end,
            "text": sentence[begin - start : end - start],
            "speaker_id": person,
            "act": chance.choice(ACTS),
            "part": 1,
        }
    )
    rows["fragments"].append(
        {
            "article_id": key,
            "quote_id": quote,
            "start": begin,
            "end": end,
            "verbatim": kind != "indirect",
        }
    )
    involve(rows, key, quote, (person, None, "speaker"), (None, target, "mentioned"))
    begin, end = span(verb)
    relation = fact_id(key, "r", begin, end, source, target)
    rows["relations"].append(
        {
            **at,
            "relation_id": relation,
            "source": source,
            "target": target,
            "start": start,
            "end": start + sentence.index(","),
            "trigger": verb,
            "trigger_start": begin,
            "trigger_end": end,
            "event_type": "CONSULT",
            "quad": QUAD_OF[verb],
            "tone": chance.randrange(-10, 11) / 1.0,
            "standing": chance.choice(STANDINGS),
            "denied_by": f"country:{target}" if chance.random() < 0.05 else None,
            "certainty": "high",
            "certainty_reason": "Both are named in the clause.",
            "basis": "grammar",
        }
    )
    involve(rows, key, relation, (None, source, "source"), (None, target, "target"))
    if at["sentence"] % 4 == 0:
        begin, end = span("in the coming month")
        event = fact_id(key, "e", begin, end)
        year = 2010 + chance.randrange(20)
        rows["events"].append(
            {
                **at,
                "event_id": event,
                "start": begin,
                "end": end,
                "text": "in the coming month",
                "title": f"Meeting {event}",
                "kind": "meeting",
                "date": str(year),
                "earliest": f"{year}-01-01",
                "latest": f"{year}-12-31",
                "precision": "year",
                "basis": "stated",
                "tense": chance.choice(("past", "upcoming")),
                "standing": "asserted",
                "status": "firm",
                "certainty": "high",
                "certainty_reason": "The sentence gives the date.",
            }
        )
        involve(rows, key, event, (None, source, "participant"))


def involve(
    rows: dict[str, list[Row]], key: str, fact: str, *parts: tuple[str | None, str | None, str]
) -> None:
    """Add rows to involvements."""
    rows["involvements"] += [
        {"article_id": key, "fact_id": fact, "entity_id": entity, "country": country, "part": part}
        for entity, country, part in parts
    ]


def tables_of(batch: list[tuple[Article, dict[str, list[Row]]]]) -> Tables:
    """Make the checked tables of a batch of articles."""
    rows: dict[str, list[Row]] = {
        name: [row for _, found in batch for row in found[name]] for name in EXTRACTED
    }
    used = dict.fromkeys(row["entity_id"] for row in rows["mentions"])
    rows["entities"] = [entity(entity_id) for entity_id in used]
    return Tables.from_rows(rows)


def entity(entity_id: str) -> Row:
    """Return the row of a country or a speaker."""
    kind, _, slug = entity_id.partition(":")
    if kind == "country":
        return {"entity_id": entity_id, "kind": kind, "name": _name(slug), "country": slug}
    codes = list(countries.countries())
    number = int(slug.rpartition("-")[2])
    return {
        "entity_id": entity_id,
        "kind": kind,
        "name": f"Speaker {number}",
        "country": codes[number % len(codes)],
    }


def _name(code: str) -> str:
    return countries.country_name(code)


def _second(sentence: str, start: int, words: str) -> tuple[int, int]:
    begin = start + sentence.rindex(words, 0, sentence.index(" over the "))
    return begin, begin + len(words)
