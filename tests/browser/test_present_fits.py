"""What the measure says holds in a browser: long and many words, drawn as the page draws them."""

from __future__ import annotations

import tomllib
from base64 import b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefing.deck import Slide
from briefing.deck.fit import fit
from briefing.deck.show import Screen, Show
from briefing.wording.signs import SANS
from components.present.data import build_data
from tests.browser.test_present import FITS, SMALLEST
from tests.deck.briefs import listed, opening, quotation, quotations, relation, voices

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "components" / "present" / "assets"

SENTENCE = (
    "The minister said the harbour at Antofagasta stays closed until they answer, “in full”. "
)


def _faces() -> str:
    """Return the faces that the settings name, as the app's page has them."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    return "".join(
        f"@font-face {{ font-family: {face['family']}; font-weight: {face['weight']};"
        f" unicode-range: {face['unicodeRange']}; src: url(data:font/woff2;base64,"
        f"{b64encode((ROOT / face['url'].removeprefix('app/')).read_bytes()).decode()}) }}"
        for face in config["theme"]["fontFaces"]
    )


def _slides() -> list[Slide]:
    """Return sixty quotations of very different length, and long slides of the other kinds."""
    made = [opening("Countries: Peru or Chile or Bolivia " * 12)]
    for number in range(60):
        words = SENTENCE * (number % 30 + 1) + "Verantwortungsbewusstsein " * (number % 4)
        pieces = [(words.strip(), number % 3 != 0)]
        if number % 5 == 0:
            pieces.append((SENTENCE * 3, number % 3 == 0))
        own = ["Ask when the port opens, and what it would take to open it sooner."] * (number % 4)
        made.append(quotation(*pieces, own=own))
    lines = [
        (f"{n} May 2031", SENTENCE * (n % 4 + 1), "Peru · worked out: 1 + 2") for n in range(30)
    ]
    made += [
        listed(lines, own=["For the minister only."]),
        listed(
            [(str(n), f"Port talks stall again ({n})", "The Echo · May 2031") for n in range(60)]
        ),
        *(
            quotations(*([(SENTENCE * n, n != 2)] for n in lengths), own=own)
            for lengths in ((1,), (1, 1), (1, 2, 1), (2, 3, 2), (1, 2, 3, 4, 5, 6, 7, 8))
            for own in ([], ["Ask first, then ask when the port opens."])
        ),
        *(voices(*["Ana María Quispe Mamani de la Torre y Fuentes"] * n) for n in (1, 5, 10)),
        *(listed([("4 May 2031", SENTENCE, "Peru")] * n) for n in (1, 2, 3)),
        relation(SENTENCE * 14, own=["Ask first."]),
        quotation(("W" * 900, True)),
        quotation(("港は閉鎖されたままである" * 40, True)),
    ]
    return [part for slide in made for part in fit(slide)]


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)], ids=str)
def test_many_and_long_words_never_overflow(browser: Browser, size: tuple[int, int]) -> None:
    slides = _slides()
    assert len(slides) > 90
    screens = tuple(Screen(slide, ()) for slide in slides)
    show = Show("Ports", "No filter", "4 May 2031", "Not reviewed", "TLP:AMBER+STRICT", screens, {})
    data = build_data(show, "light")
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    style = "".join(f"--{name}: {value};" for name, value in data["css"].items())
    page.set_content(
        f"<style>{_faces()}{(ASSETS / 'present.css').read_text()}"
        f":root {{ --st-font: {SANS}; {style} }} body {{ margin: 0; overflow: hidden }}</style>"
        '<div class="present"><div class="screen"><div class="stage"></div></div></div>'
    )
    page.add_script_tag(content=(ASSETS / "draw.js").read_text())
    stage = page.locator(".stage")
    page.evaluate("data => { window.data = data }", data)
    page.evaluate("scale(document.querySelector('.screen'), document.querySelector('.stage'))")
    for at, slide in enumerate(slides):
        stage.evaluate(
            "async (stage, at) => { drawOn(stage, data, at, -1); await document.fonts.ready }", at
        )
        found = stage.evaluate(FITS)
        assert found == {"over": [], "scrolls": 0, "page": 0, "shrunk": ""}, (at, slide.name)
        assert stage.evaluate(SMALLEST) >= 23.9, (at, slide.name)
    page.close()
