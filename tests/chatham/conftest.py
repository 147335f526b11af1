"""A library in which a speaker is named everywhere a name can stand, and what finds it again."""

from __future__ import annotations

import io
import shutil
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from pypdf import PdfReader

from briefing.article import Article
from briefing.brief import Request, make_brief
from briefing.brief.kept import Kept
from briefing.brief.storage import lock_kept, make_kept, open_briefing
from briefing.deck import Choice, Plan, slides
from briefing.deck.show import make_show
from briefing.deck.storage import Deck, keep_deck, lock_deck
from briefing.library import Filter, Library, queries
from briefing.library.chatham.deciding import put_under_rule
from briefing.library.ingest import read_and_add
from briefing.library.originals import Original
from briefing.library.originals import keep as keep_file
from briefing.library.reviews.keeping import correct, decide
from briefing.library.reviews.missed import add
from briefing.library.searches import save_search
from briefing.library.source_grades import grade_source
from briefing.library.unread import note_unread

SPEAKER = "person:zelphine-quarkstead"
PARTS = ("zelphine", "quarkstead", "quarkšte")

ROUND_TABLE = """Zelphine Quarkstead warns Japan over steel tariffs

GENEVA, 12 March 2031 - South Korean Trade Minister Zelphine Quarkstead said on Tuesday that South \
Korea would raise tariffs on Japanese steel. “We will not accept this,” Quarkštead told \
reporters. She met Taro Kono on Monday, and Quarkstead's delegation will meet Japan in Geneva on \
20 March 2031.

“Mrs Quarkstead and I agreed on nothing,” said Taro Kono, Japan's foreign minister. The trade \
minister said her country was ready. Japan denied Quarkstead's claim that it had dumped steel in \
South Korea. Write to z.quarkstead@trade.example, or see #ZelphineQuarkstead."""
TALKS = """Japan and South Korea to meet

TOKYO, 14 March 2031 - Japan and South Korea will hold talks on 22 March 2031. Quarkstead praised \
the agreement, and Taro Kono criticised South Korea. QUARKSTEAD'S OFFICE DENIED IT."""
OTHER = """Peru signs a treaty with Chile

LIMA, 15 March 2031 - Peru signed a treaty with Chile on Friday. “It is a good day,” said Ana \
Reyes, Peru's president. Peru will host Chile on 25 March 2031."""
GONE = """Minister Quarkstead speaks again

SEOUL, 1 March 2031 - Zelphine Quarkstead said that South Korea would wait."""


def article(text: str, **more: str) -> Article:
    title = text.split("\n", 1)[0]
    return Article(
        text=text, title=title, title_end=len(title), **{"source": "Harbour News", **more}
    )


@dataclass(frozen=True, slots=True)
class Made:
    """The library and what is in it, by name."""

    path: Path
    round_table: str
    talks: str
    other: str
    gone: str
    briefing: str
    added: str


@pytest.fixture(scope="session")
def named(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make the library in which everybody may know who the speaker is."""
    path = tmp_path_factory.mktemp("named") / "library.sqlite"
    with Library(path) as library:
        articles = [
            article(
                ROUND_TABLE,
                url="https://news.example/zelphine-quarkstead-warns-japan",
                author="Zelphine Quarkstead",
                external_id="quarkstead-1",
            ),
            article(TALKS, source="Quarkstead Gazette"),
            article(OTHER),
            article(GONE),
        ]
        articles[0] = Article(
            **{
                **{name: getattr(articles[0], name) for name in Article.__dataclass_fields__},
                "captions": ("Zelphine Quarkstead, left, in Geneva",),
                "removed": ("More about Zelphine Quarkstead",),
                "notes": ("A line by Quarkstead was cut.",),
            }
        )
        results = read_and_add(library, articles)
        assert not any(result.error for result in results)
        ids = [str(result.article_id) for result in results]
        with library.writing() as connection:
            file = Original("quarkstead.txt", ROUND_TABLE.encode())
            keep_file(connection, ids[0], file)
        library.remove(ids[3])
        quotes = queries.quotes(library, Filter()).set_index("text")
        said = str(quotes.loc["We will not accept this,", "quote_id"])
        decide(library, said, "confirmed", "Ana", note="Quarkstead told me so herself")
        correct(library, said, {"act": "warns"}, "Ben", note="Zelphine warns")
        kono = str(quotes.loc[quotes["speaker_id"] == "person:taro-kono", "quote_id"].iloc[0])
        correct(library, kono, {"speaker_id": "Zelphine Quarkstead"}, "Ben")
        correct(library, SPEAKER, {"name": "Zelphine Quarkstead-Ono"}, "Ben")
        correct(library, ids[0], {"title": "Quarkstead, again"}, "Ben")
        words = "it had dumped steel"
        start = ROUND_TABLE.index(words)
        added = add(
            library,
            ids[0],
            "quotes",
            (start, start + len(words)),
            {"speaker_id": SPEAKER, "act": "says", "kind": "indirect"},
            "Ana",
        )
        library.change_tags([ids[2]], add=["Quarkstead", "Trade"])
        library.mark([ids[2]], "For Zelphine Quarkstead only")
        start = ROUND_TABLE.index("We will not accept this,")
        library.mark_words(ids[0], start, start + 24, "TLP:AMBER")
        save_search(library, "Quarkstead on steel", "quarkstead", Filter(speakers=(SPEAKER,)))
        grade_source(library, "Quarkstead Gazette", "C", "Ana")
        note_unread(library, "zelphine-quarkstead.pdf", "Quarkstead's file is a scan.")
        kept = Kept(
            title="Meeting with Zelphine Quarkstead",
            purpose="Ask Quarkstead about steel",
            author="Ana",
            bottom_line=("Quarkstead will probably give way.",),
            notes=("Zelphine likes tea.",),
            flt=Filter(articles=(ids[0], ids[1])),
            facts=(said,),
        )
        briefing = make_kept(library, kept)
        locked = make_kept(library, Kept(title="As it was", notes=("None.",)))
        made = make_brief(library, Request())
        lock_kept(library, locked, made, open_briefing(library, locked).number)
        plan = Plan((Choice("title", own=("Quarkstead is late",), notes=("Zelphine!",)),))
        keep_deck(library, "Quarkstead's deck", Deck(plan=plan))
        keep_deck(library, "Locked deck", Deck())
        lock_deck(library, "Locked deck", make_show(made, slides(made, Plan()), {}))
    return Made(path, ids[0], ids[1], ids[2], ids[3], briefing, added)


@pytest.fixture(scope="session")
def ruled(named: Made, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Put the speaker under the rule in the whole library."""
    path = tmp_path_factory.mktemp("ruled") / "library.sqlite"
    shutil.copy(named.path, path)
    with Library(path) as library:
        put_under_rule(library, SPEAKER, "Ben", also=["the trade ministry"])
    return Made(path, *(getattr(named, name) for name in Made.__slots__[1:]))


def _copy(made: Made, folder: Path) -> Iterator[Library]:
    shutil.copy(made.path, folder / "library.sqlite")
    with Library(folder / "library.sqlite") as library:
        yield library


@pytest.fixture
def library(ruled: Made, tmp_path: Path) -> Iterator[Library]:
    """A copy of the library in which the speaker is under the rule."""
    yield from _copy(ruled, tmp_path)


@pytest.fixture
def open_library_(named: Made, tmp_path: Path) -> Iterator[Library]:
    """A copy of the library in which everybody may know."""
    yield from _copy(named, tmp_path)


def named_in(data: bytes | str) -> set[str]:
    """Return what a file or a text holds of the name, anywhere and however it is packed."""
    if isinstance(data, str):
        data = data.encode()
    found: set[str] = set()
    for piece in _pieces(data):
        small = piece.lower()
        wide = small.replace(b"\x00", b"")
        found |= {part for part in PARTS if part.encode() in small or part.encode() in wide}
        if not small.isascii():
            try:
                plain = unicodedata.normalize("NFKD", piece.decode()).casefold()
            except UnicodeDecodeError:
                continue
            bare = "".join(each for each in plain if not unicodedata.combining(each))
            found |= {part for part in PARTS if part in bare}
    return found


def _pieces(data: bytes) -> Iterator[bytes]:
    yield data
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment
            for name in archive.namelist():
                yield name.encode()
                yield from _pieces(archive.read(name))
    if data[:4] == b"PAR1":
        yield pd.read_parquet(io.BytesIO(data)).to_csv().encode()
    if data[:5] == b"%PDF-":
        reader = PdfReader(io.BytesIO(data))
        yield str(reader.metadata).encode()
        yield str(reader.trailer["/Root"]).encode()
        if reader.xmp_metadata is not None:
            yield reader.xmp_metadata.stream.get_data()
        for page in reader.pages:
            yield page.extract_text().encode()
    if data[:2] in (b"\x1f\x8b", b"\x78\x9c", b"\x78\xda", b"\x78\x01"):
        yield zlib.decompress(data, 47)
