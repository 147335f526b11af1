"""The faces that the browser is sent are those of data/fonts, as the settings name them."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefing.drawing.fonts import FOLDER, SANS_FACE, SERIF_FACE
from briefing.wording.signs import SANS, SERIF

ROOT = Path(__file__).resolve().parents[1]
SENT = ROOT / "static" / "fonts"
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
FACES = CONFIG["theme"]["fontFaces"]


def _maker():  # a script beside the faces, not a module of the program
    spec = importlib.util.spec_from_file_location("web_fonts", FOLDER / "make_web_fonts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = _maker()


def test_settings_name_every_part_by_its_letters_and_serve_it_from_here() -> None:
    assert CONFIG["server"]["enableStaticServing"] is True
    named = {(face["url"], face["family"], face["weight"], face["unicodeRange"]) for face in FACES}
    assert named == {
        (f"app/static/fonts/{name}.woff2", family, each, letters)
        for name, (_, family, weight, letters) in MAKER.PARTS.items()
        for each in ((weight, "700") if name in MAKER.IN_BOLD_TOO else (weight,))
    }
    assert {path.stem for path in SENT.glob("*.woff2")} == set(MAKER.PARTS)
    assert (SENT / "OFL.txt").read_bytes() == (FOLDER / "OFL.txt").read_bytes()


def test_pages_charts_and_words_of_articles_ask_for_the_packaged_faces_first() -> None:
    for asked, face in (
        (CONFIG["theme"]["font"], SANS_FACE),
        (CONFIG["theme"]["headingFont"], SANS_FACE),
        (SANS, SANS_FACE),
        (SERIF, SERIF_FACE),
    ):
        assert asked.startswith(f"'{face}'")


@pytest.mark.parametrize("name", list(MAKER.PARTS))
def test_a_part_has_the_letters_and_widths_of_its_face(name: str) -> None:
    face, _, _, letters = MAKER.PARTS[name]
    whole, part = TTFont(FOLDER / f"{face}.ttf"), TTFont(SENT / f"{name}.woff2")
    wanted = MAKER.codes(letters) & set(whole.getBestCmap())
    assert wanted
    assert set(part.getBestCmap()) >= wanted  # shapes may bring their variants along
    for code in wanted:
        glyph, same = part.getBestCmap()[code], whole.getBestCmap()[code]
        assert part["hmtx"][glyph][0] == whole["hmtx"][same][0], hex(code)


def test_a_page_in_english_fetches_less_than_streamlits_own_face() -> None:
    english = [name for name, (*_, letters) in MAKER.PARTS.items() if letters == MAKER.LATIN]
    assert len(english) == 4
    assert sum((SENT / f"{name}.woff2").stat().st_size for name in english) < 170_000
