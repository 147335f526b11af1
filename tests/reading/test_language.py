from __future__ import annotations

import pytest

from briefing.errors import ReadingError
from briefing.reading import read_text

ENGLISH = (
    "The ministers met in the capital on Monday and agreed that the border would stay open.",
    "Kim Jong Un, Xi Jinping, Wladimir Putin, Recep Tayyip Erdoğan, Emmanuel Macron, Olaf Scholz, "
    "Giorgia Meloni, Pedro Sánchez, Viktor Orbán, Andrzej Duda, Mette Frederiksen: summit photo",
    "Scholz: “Wir schaffen das”",
    "Bonjour",
    "Putin spricht",
    "STORM CLOSES HARBOUR\n\nSHIPS WAIT OUTSIDE THE BAY, SAYS THE HARBOUR MASTER",
)
FOREIGN = (
    "Le ministre des Affaires étrangères a déclaré lundi que les deux pays avaient conclu un "
    "accord sur la pêche, après des mois de négociations difficiles entre les deux capitales.",
    "Die Außenministerin sagte am Montag, dass die beiden Länder nach monatelangen Verhandlungen "
    "ein Abkommen über die Fischerei geschlossen hätten und es bald unterzeichnet werde.",
    "El ministro de Asuntos Exteriores declaró el lunes que los dos países habían llegado a un "
    "acuerdo sobre la pesca tras meses de negociaciones difíciles entre las dos capitales.",
    "Министр иностранных дел заявил в понедельник, что две страны заключили соглашение.",
    "外务大臣周一表示,两国在经历了数月的艰难谈判之后就渔业问题达成了协议,并将很快签署该协议。两国首都均表示欢迎。",
    "قال وزير الخارجية يوم الاثنين إن البلدين توصلا إلى اتفاق بشأن الصيد بعد أشهر من المفاوضات.",
)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_and_short_texts_are_read(text: str) -> None:
    assert read_text(text).text == text


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(ReadingError, match="another language") as caught:
        read_text(text)
    assert "only English" in str(caught.value)
