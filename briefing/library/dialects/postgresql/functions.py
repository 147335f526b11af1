"""What queries ask of words, as PostgreSQL's functions: those of functions.py, and SQLite's own.

A test compares each with its like. What they look up stands in table `reference`, which is filled
from data/reference; both are made anew where this program has others than the library.
"""

from __future__ import annotations

import sys
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from functools import cache

import sqlalchemy as sa

from briefing.library import functions, state
from briefing.reference import sides
from briefing.reference.countries import countries, country_name
from briefing.reference.organisations import organisations
from briefing.reference.places import regions
from briefing.reference.private import private
from briefing.reference.standing import standing_words
from briefing.wording.marking import MARKINGS

_KEPT_AS = "functions"
"""The row of table `state` that says which functions a library has."""

_STYLES = ("plain", "official", "iso")

reference = sa.Table(
    "reference",
    sa.MetaData(),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("word", sa.Text, primary_key=True),
    sa.Column("said", sa.Text),
    sa.Column("place", sa.BigInteger, nullable=False),
)
"""Words that the functions look up: of what kind, what they stand for, and in which order."""

_LETTERS = 'COLLATE "und-x-icu"'
"""Makes regular expressions and small letters those of Unicode.

It stands in functions of their own, so that what they return is compared as other words are.
"""


def keep(connection: sa.Connection) -> None:
    """Make the functions, and what they look up, where the library has not these."""
    rows, made = list(_rows()), _functions()
    number = zlib.crc32(f"{rows} {made}".encode())
    if state.number_of(connection, _KEPT_AS) == number:
        return
    reference.create(connection, checkfirst=True)
    connection.execute(reference.delete())
    connection.execute(reference.insert(), rows)
    connection.exec_driver_sql(made)
    state.keep_number(connection, _KEPT_AS, number)


def _rows() -> Iterator[dict[str, str | int | None]]:
    for kind, words in (
        ("region", regions()),
        ("organisation", organisations()),
        ("office", private().offices - functions.ALSO_FIRMS),
        ("no-office", private().no_offices | functions.ABOVE_STATES),
        ("claim", standing_words()["denied"]["claims"]),
        ("pronoun", standing_words()["denied"]["pronouns"]),
    ):
        for word in sorted(words):
            yield {"kind": kind, "word": word, "said": None, "place": 0}
    for style in _STYLES:
        for code in countries():
            named = country_name(code, style)  # type: ignore[arg-type]
            yield {"kind": f"country {style}", "word": code, "said": named, "place": 0}
    for place, (pattern, rank) in enumerate(functions.ranks()):
        word = pattern.pattern.replace(r"\b", r"\y").replace(r"\ ", " ")
        yield {"kind": "rank", "word": word, "said": str(rank), "place": place}


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _list(values: Iterable[str]) -> str:
    return f"ARRAY[{', '.join(map(_text, sorted(values)))}]"


@cache
def _marks() -> str:
    """Return the signs that stand over or under a letter, as a class of a regular expression."""
    found = [n for n in range(sys.maxunicode) if unicodedata.combining(chr(n))]
    spans: list[list[int]] = []
    for number in found:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in spans)


def _plain_letters() -> str:
    """Write the replacement of letters that are no letter with an accent."""
    written = "small($1)"
    for letter, plain in {"ß": "ss", "ς": "σ", **functions.PLAIN_LETTERS}.items():
        written = f"replace({written}, {_text(letter)}, {_text(plain)})"
    return written


def _heights() -> str:
    """Write the levels of markings: the scale, the level, its place; the longest first."""
    rows = [
        (scale, level, height)
        for scale in ("TLP", "UK")
        for height, level in enumerate(
            name for name in MARKINGS if name.startswith("TLP:") is (scale == "TLP")
        )
    ]
    rows.sort(key=lambda row: -len(row[1]))
    return ", ".join(f"({_text(scale)}, {_text(level)}, {height})" for scale, level, height in rows)


def _functions() -> str:
    return f"""
CREATE OR REPLACE FUNCTION small(words text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT lower(words {_LETTERS})
$$;

CREATE OR REPLACE FUNCTION capitals(words text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT upper(words {_LETTERS})
$$;

CREATE OR REPLACE FUNCTION has(words text, pattern text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT words {_LETTERS} ~ pattern
$$;

CREATE OR REPLACE FUNCTION parted(words text, pattern text) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_split_to_array(words {_LETTERS}, pattern)
$$;

CREATE OR REPLACE FUNCTION found(words text, pattern text, how text) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_match(words {_LETTERS}, pattern, how)
$$;

CREATE OR REPLACE FUNCTION every_word(words text) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY(
        SELECT each[1] FROM regexp_matches(lower(words {_LETTERS}), '([\\w’''-]+)', 'g') AS each
    )
$$;

CREATE OR REPLACE FUNCTION json_each(list text) RETURNS TABLE (key bigint, value text)
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT place - 1, each FROM jsonb_array_elements_text(list::jsonb) WITH ORDINALITY
        AS listed(each, place)
$$;

CREATE OR REPLACE FUNCTION json_extract(held text, path text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT jsonb_path_query_first(held::jsonb, path::jsonpath) #>> '{{}}'
$$;

CREATE OR REPLACE FUNCTION json_each(held text, path text) RETURNS TABLE (key bigint, value text)
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT key, value FROM json_each(json_extract(held, path))
$$;

CREATE OR REPLACE FUNCTION glob(words text, pattern text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT words COLLATE "C" ~ ('^' || replace(replace(pattern, '*', '.*'), '?', '.') || '$')
$$;

CREATE OR REPLACE FUNCTION country_name(code text) RETURNS text
LANGUAGE sql STABLE STRICT AS $$
    SELECT nullif(coalesce(
        (SELECT said FROM reference
         WHERE kind = 'country ' || current_setting('briefing.names', true) AND word = code),
        code
    ), '')
$$;

CREATE OR REPLACE FUNCTION word_count(words text) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
    SELECT count(*) FROM unnest(parted(words, '\\s+')) AS word
    WHERE has(word, '[[:alnum:]²³¹¼½¾]')
$$;

CREATE OR REPLACE FUNCTION folded(text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_replace(
        normalize({_plain_letters()}, NFKD), '[{_marks()}]', '', 'g'
    )
$$;

CREATE OR REPLACE FUNCTION role_rank(role text) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT coalesce((
        SELECT said::bigint FROM reference
        WHERE kind = 'rank' AND has(small(role), word)
        ORDER BY place LIMIT 1
    ), 0)
$$;

CREATE OR REPLACE FUNCTION lacks_country(entity_id text, kind text, name text) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN $2 = 'place' THEN NOT EXISTS (
            SELECT FROM reference AS known WHERE known.kind = 'region' AND known.word = $1
        )
        WHEN $2 <> 'organisation' OR EXISTS (
            SELECT FROM reference AS known WHERE known.kind = 'organisation' AND known.word = $1
        ) THEN false
        ELSE coalesce((
            SELECT bool_or(known.kind = 'office') AND NOT bool_or(known.kind = 'no-office')
            FROM unnest(parted(small($3), '[\\W_]+')) AS part
            JOIN reference AS known
              ON known.word = part AND known.kind IN ('office', 'no-office')
        ), false)
    END::int
$$;

CREATE OR REPLACE FUNCTION is_name(holder text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    words text[] := parted(btrim(small(holder), E' \\t\\n\\r'), '\\s+');
BEGIN
    IF has(holder, '^[a-z]+:\\S+$') THEN
        RETURN true;
    END IF;
    IF words[1] = '' OR cardinality(words) > {sides.MOST_WORDS} OR holder ~ '[:;?"“”]' THEN
        RETURN false;
    END IF;
    RETURN words[1] <> ALL ({_list(sides.NOBODY)})
        AND (cardinality(words) > 1 OR words[1] <> ALL ({_list(sides.NAMELESS)}));
END
$$;

CREATE OR REPLACE FUNCTION is_named(holders text) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN holders IS NULL OR holders = '' THEN 0 ELSE (
        SELECT bool_and(is_name(holder)) FROM unnest(string_to_array(holders, '; ')) AS holder
    )::int END
$$;

CREATE OR REPLACE FUNCTION is_claim_noun(word text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM reference AS known WHERE known.kind = 'claim'
        AND known.word IN ($1, regexp_replace($1, 's$', ''), regexp_replace($1, 'ies$', 'y'))
    )
$$;

CREATE OR REPLACE FUNCTION is_claim(cue text) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT is_claim_noun(small(coalesce(cue, '')))::int
$$;

CREATE OR REPLACE FUNCTION points_back(content text) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
    words text[] := every_word(coalesce(content, ''));
    noun text[];
BEGIN
    IF cardinality(words) = 0 OR cardinality(words) > {sides.SHORT} THEN
        RETURN 0;
    END IF;
    IF cardinality(words) = 1 THEN
        RETURN EXISTS (
            SELECT FROM reference AS known WHERE known.kind = 'pronoun' AND known.word = words[1]
        )::int;
    END IF;
    IF words[1] = ANY ({_list(sides.POINTING)}) OR words[1:2] = ARRAY['any', 'such'] THEN
        RETURN (NOT words[2:] && ARRAY['that', 'which', 'who'])::int;
    END IF;
    noun := words[: coalesce(array_position(words, 'as') - 1, cardinality(words))];
    RETURN coalesce(
        noun[1] IN ('the', 'that', 'all') AND is_claim_noun(noun[cardinality(noun)]), false
    )::int;
END
$$;

CREATE OR REPLACE FUNCTION marking_of(
    part text, OUT told text, OUT scale text, OUT height bigint, OUT more boolean
) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    words text := btrim(array_to_string(parted(part, '\\s+'), ' '));
    read text[];
    bare text;
    rest text;
    known record;
BEGIN
    told := words;
    read := found(
        words,
        '^tlp\\s*[:\\s–—-]\\s*(red|amber|green|clear|white)'
        '((?<=amber)\\s*\\+?\\s*strict)?((?!\\w|\\+).*)?$', 'i'
    );
    IF read IS NOT NULL THEN
        told := 'TLP:' || replace(upper(read[1]), 'WHITE', 'CLEAR')
            || CASE WHEN read[2] IS NULL THEN '' ELSE '+STRICT' END || coalesce(read[3], '');
    ELSE
        read := found(
            words,
            '^(uk\\s+)?(official[\\s–—-]+sensitive|official|top[\\s–—-]+secret|secret)()$', 'i'
        );
        IF read IS NULL THEN
            read := found(
                words,
                '^(UK )?(OFFICIAL[ –—-]+SENSITIVE|OFFICIAL|TOP[ –—-]+SECRET|SECRET)'
                '([ :,/–—-].*)$', 'c'
            );
        END IF;
        IF read IS NOT NULL THEN
            told := capitals(
                CASE WHEN read[1] IS NULL THEN '' ELSE 'UK ' END || replace(
                    array_to_string(parted(upper(read[2]), '[\\s–—-]+'), ' '),
                    'OFFICIAL SENSITIVE', 'OFFICIAL-SENSITIVE'
                ) || coalesce(read[3], '')
            );
        END IF;
    END IF;
    scale := '';
    height := 0;
    more := false;
    FOR known IN SELECT * FROM (VALUES {_heights()}) AS levels(scale, name, height) LOOP
        bare := CASE WHEN known.scale = 'UK' THEN regexp_replace(told, '^UK ', '') ELSE told END;
        IF starts_with(bare, known.name) THEN
            rest := substr(bare, length(known.name) + 1);
            IF NOT has(rest, '^[[:alnum:]+]') THEN
                scale := known.scale;
                height := known.height;
                more := rest <> '';
                RETURN;
            END IF;
        END IF;
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION is_within(marking text, ceiling text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(bool_and(EXISTS (
        SELECT FROM unnest(string_to_array(ceiling, '·')) AS top, marking_of(top) AS over
        WHERE btrim(top) <> '' AND (
            over.told = under.told
            OR over.scale = under.scale AND over.scale <> ''
               AND over.height >= under.height AND NOT under.more
        )
    )), true)
    FROM unnest(string_to_array(marking, '·')) AS part, marking_of(part) AS under
    WHERE btrim(part) <> ''
$$;
"""
