"""What people hand in, with what stands around it: texts, and what is to be read of them.

Half of them are neighbours: the article's own lines that look like something else.
"""

from __future__ import annotations

from typing import NamedTuple

T = "Peru lowers tariffs on copper"
P1 = (
    "LIMA, May 3 (Reuters) - Peru's trade minister Rosa Quispe told reporters on Tuesday that her "
    "country would lower tariffs on copper from June."
)
P2 = "“We want fair prices,” Quispe said. Chile has not yet answered the letter that she sent."
P3 = (
    "Officials in Santiago declined to comment on the offer, which two earlier governments had "
    "refused because of the harbour."
)
BODY = f"{P1}\n\n{P2}\n\n{P3}"


class Case(NamedTuple):
    """A text that somebody hands in.

    Attributes:
        name: What it shows.
        text: The text.
        title: The title; None where it does not matter here, as with the fields below.
        author: The author, "" for none.
        source: The outlet, "" for none.
        published: The day, "" for none.
        keeps: Words that stay in the first article's text.
        lacks: Words that stand in no article's text.
        titles: The titles of all articles, where there are several.
        note: Words of a note.
    """

    name: str
    text: str
    title: str | None = None
    author: str | None = None
    source: str | None = None
    published: str | None = None
    keeps: tuple[str, ...] = (P2, P3)
    lacks: tuple[str, ...] = ()
    titles: tuple[str, ...] | None = None
    note: str = ""


def _around(before: str = "", middle: str = "", after: str = "") -> str:
    parts = (before, T, P1, P2, middle, P3, after)
    return "\n\n".join(part for part in parts if part)


def _middle(name: str, *lines: str, kept: bool = False, note: str = "") -> Case:
    words = tuple(line for line in lines if line)
    text = _around(middle="\n".join(lines))
    return Case(
        name,
        text,
        title=T,
        keeps=(P2, P3, *(words if kept else ())),
        lacks=() if kept else words,
        note=note,
    )


def _tail(name: str, *lines: str, kept: bool = False, note: str = "") -> Case:
    words = tuple(line for line in lines if line)
    return Case(
        name,
        _around(after="\n".join(lines)),
        title=T,
        keeps=(P2, P3, *(words if kept else ())),
        lacks=() if kept else words,
        note=note,
    )


TITLES = (
    Case(
        "two lines", f"{T}\nas talks with Chile resume\n\n{BODY}", f"{T} as talks with Chile resume"
    ),
    Case(
        "two lines in title case",
        f"Peru Lowers Tariffs on Copper\nAfter Talks With Chile Resume\n\n{BODY}",
        "Peru Lowers Tariffs on Copper After Talks With Chile Resume",
    ),
    Case(
        "a line under the title",
        f"{T}\nQuispe calls for fair prices at meeting of ministers\n\n{BODY}",
        T,
        keeps=("\nQuispe calls for fair prices",),
    ),
    Case("no blank line", f"{T}\n{P1}\n{P2}\n{P3}", T),
    Case(
        "hard-wrapped text without a title",
        "Peru's trade minister met her Chilean counterpart in\n"
        "Santiago on Tuesday and offered lower tariffs for copper\n"
        "from June, officials in both countries said. Chile has\nnot answered.\n",
        "",
        keeps=("counterpart in\nSantiago",),
    ),
    Case("outlet behind the title", f"{T} | Andean Times\n\n{BODY}", T, source="Andean Times"),
    Case("a dash in the title", f"{T} - Chile says no\n\n{BODY}", f"{T} - Chile says no"),
    Case(
        "a colon in the title",
        f"Quispe: Peru will lower tariffs\n\n{BODY}",
        "Quispe: Peru will lower tariffs",
    ),
    Case(
        "breadcrumb",
        f"Home › News › Americas\n\n{T}\n\nBy Ana Soto\n\n{BODY}",
        T,
        "Ana Soto",
        lacks=("Home",),
    ),
    Case(
        "menu of sections",
        f"World | Business | Sport | Culture\n\n{T}\n\n{BODY}",
        T,
        lacks=("Sport",),
    ),
    Case(
        "one arrow in the title",
        f"Lima > Santiago: the road of copper\n\n{BODY}",
        "Lima > Santiago: the road of copper",
    ),
    Case("indented with blanks", f"    {T}\n\n    {P1}\n\n    {P2}\n\n    {P3}", T),
    Case(
        "symbol and day above",
        f"S/PV.9876\n3 May 2022\n\n{T}\n\n{BODY}",
        T,
        published="2022-05-03",
        lacks=("S/PV",),
    ),
    Case(
        "for immediate release",
        f"FOR IMMEDIATE RELEASE\n3 May 2022\n\n{T}\n\n{BODY}",
        T,
        published="2022-05-03",
        lacks=("IMMEDIATE",),
    ),
    Case("section above", f"WORLD NEWS\n\n{T}\n\n{BODY}", T, lacks=("WORLD NEWS",)),
    Case(
        "a title in capitals",
        f"PERU LOWERS TARIFFS\n\nChile says no to offer\n\n{BODY}",
        "PERU LOWERS TARIFFS",
        keeps=("Chile says no",),
    ),
)

FIELDS = (
    Case(
        "head of a printed page",
        f"ANDEAN TIMES\nThursday, May 5, 2022\nToday's Paper\n{T}\n\n{BODY}",
        T,
        source="ANDEAN TIMES",
        published="2022-05-05",
    ),
    Case(
        "head of a printed page, with blank lines",
        f"ANDEAN TIMES\n\nThursday, May 5, 2022\n\nToday’s Paper\n\n{T}\n\n{BODY}",
        T,
        source="ANDEAN TIMES",
        published="2022-05-05",
    ),
    Case(
        "a paper in a title",
        f"Today's paper mills need less water\n\n{BODY}",
        "Today's paper mills need less water",
    ),
    Case("by an agency", f"{T}\n\nBy Reuters\n\n{BODY}", T, "", "Reuters"),
    Case("by staff", f"{T}\n\nBy Andean Times Staff\n\n{BODY}", T, ""),
    Case(
        "address of mail", f"{T}\n\nBy Ana Soto (ana.soto@times.example)\n\n{BODY}", T, "Ana Soto"
    ),
    Case("author in a place", f"{T}\n\nBy Ana Soto in Santiago\n\n{BODY}", T, "Ana Soto"),
    Case(
        "role below the name",
        f"{T}\n\nAna Soto\nLatin America correspondent\n3 May 2022\n\n{BODY}",
        T,
        "Ana Soto",
        published="2022-05-03",
    ),
    Case(
        "author, day, length",
        f"{T}\n\nBy Ana Soto | May 3, 2022 | 3 min read\n\n{BODY}",
        T,
        "Ana Soto",
        published="2022-05-03",
    ),
    Case(
        "outlet and day",
        f"{T}\n\nAndean Times · 3 May 2022\n\n{BODY}",
        T,
        "",
        "Andean Times",
        "2022-05-03",
    ),
    Case(
        "by a weekday",
        f"{T}\n\nBy Tuesday, 20 were dead.\n\n{P2}\n\n{P3}",
        T,
        "",
        keeps=("By Tuesday, 20 were dead.",),
    ),
    Case(
        "agency between strokes",
        f"{T}\n\nMOSCOW, May 3. /TASS/. Peru will lower tariffs on copper from June, the "
        f"trade minister said.\n\n{P2}\n\n{P3}",
        T,
        source="TASS",
    ),
    Case(
        "a country in brackets",
        f"{T}\n\nGEORGETOWN (Guyana) - Peru will lower tariffs on copper from June, the "
        f"trade minister said.\n\n{P2}\n\n{P3}",
        T,
        source="",
    ),
    Case(
        "outlet, place, day, page",
        f"{T}\n\nSource: Andean Times, Lima, 3 May 2022, page 7\n\n{BODY}",
        T,
        source="Andean Times",
        published="2022-05-03",
    ),
    Case("written by", f"{T}\n\nWritten by Ana Soto\n\n{BODY}", T, "Ana Soto"),
    Case(
        "authors and agency",
        f"{T}\n\nBy Ana Soto and Luis Paz, Reuters\n\n{BODY}",
        T,
        "Ana Soto and Luis Paz",
        "Reuters",
    ),
    Case(
        "a place and a day",
        f"{T}\n\nSan Salvador, 3 May 2022\n\n{BODY}",
        T,
        "",
        published="2022-05-03",
    ),
)

FURNITURE = (
    _middle("also read", "ALSO READ | Brazil signs gas deal with Bolivia"),
    _middle("an order to read", "Read more books, the minister told pupils.", kept=True),
    _middle(
        "advertisements",
        "Advertisement",
        "",
        "Story continues below",
        "",
        "Article continues after ad",
    ),
    _middle("spending on advertisements", "Advertisement spending by Russia rose", kept=True),
    _middle(
        "newsletter box", "Get the Andes Briefing in your inbox", "Enter your email", "Sign up"
    ),
    _middle("an order to sign up", "Sign up for the army, the general told students.", kept=True),
    _middle(
        "related stories",
        "RELATED STORIES",
        "India rejects Pakistan's offer",
        "Israel strikes Lebanon after talks",
    ),
    _middle("related crimes", "Related crimes rose by half in May.", kept=True),
    _middle(
        "caption of a broadcaster",
        "Image source, Getty Images",
        "Image caption, Rosa Quispe met Chile's president in 2019",
        note="caption",
    ),
    _middle(
        "credit in brackets",
        "Rosa Quispe speaks in Cusco in 2019 [File: Ana Soto/Reuters]",
        note="caption",
    ),
    _middle("photo evidence", "Photo evidence was handed to the court, Quispe said.", kept=True),
    _middle(
        "rules for photos", "File photo rules were tightened in 2020, said the police.", kept=True
    ),
    _tail(
        "comments of readers",
        "12 Comments",
        "",
        "Juan83",
        "2 hours ago",
        "Peru is right to do this!",
        "",
        "Reply",
    ),
    _middle("comments of a minister", "Comments by Quispe angered Chile.", kept=True),
    _tail(
        "correction",
        "Correction: An earlier version of this article misspelled the name of Rosa Quispe.",
        note="An earlier version",
    ),
    _middle(
        "corrections officers", "Corrections officers in Texas went on strike on Monday.", kept=True
    ),
    _tail(
        "paywall", "Subscribe to continue reading", "Already a subscriber? Log in", note="beginning"
    ),
    _tail(
        "an order to subscribe", "Subscribe to this theory, Quispe said, and you lose.", kept=True
    ),
    _middle("audio", "Listen to this article", "5 min"),
    _middle(
        "an order to listen", "Listen to this, Quispe told Chile: prices will fall.", kept=True
    ),
    _middle(
        "a list of names", "Rosa Quispe, Peru", "Mario Soto, Chile", "Ana Paz, Bolivia", kept=True
    ),
    _middle("a list of years", "2019", "", "2020", "", "2021", kept=True),
    _tail("reporting by", "(Reporting by Ana Soto in Lima; Editing by Luis Paz)"),
    _tail(
        "reporting by journalists",
        "Reporting by foreign journalists is banned in the province.",
        kept=True,
    ),
    _tail("initials", "as/lp (Reuters, dpa)"),
    _middle(
        "cookies that are eaten", "Cookies made in Peru were banned by Chile on Monday.", kept=True
    ),
    _tail("channels and tags", "👉 Join our WhatsApp channel", "#Peru #Chile"),
    _tail("an old agreement", "Follow the agreement of 1998, she told Chile.", kept=True),
    _middle("a heading", "Watch and wait", kept=True),
    Case(
        "cookies above",
        f"This website uses cookies\nWe and our 300 partners use cookies to show you news.\n"
        f"Accept\nDecline\n\n{T}\n\n{BODY}",
        T,
        lacks=("cookies", "Decline"),
    ),
    Case(
        "running heads",
        f"{T}\n\n{P1} The offer stands until the end of\nANDEAN TIMES   Page 2\nthe year, "
        f"she said.\n\n{P2} She wrote to\n"
        f"ANDEAN TIMES   Page 3\nthe envoy of Chile, too.\n\n{P3}",
        T,
        keeps=("until the end of\nthe year, she said.", "wrote to\nthe envoy", P3),
        lacks=("Page 2", "Page 3", "ANDEAN"),
    ),
    Case(
        "two columns",
        f"{T}\n\n"
        "LIMA, May 3 (Reuters) - Peru will lower      Officials in Santiago declined to\n"
        "its tariffs on copper from June, said        comment. Two earlier governments had\n"
        "Rosa Quispe, who met reporters in the        refused such an offer because of the\n"
        "capital. “We want fair prices,” she          harbour, which both countries claim\n"
        "said. Chile has not yet answered the         as their own, a historian of the\n"
        "letter that she sent in March to the         university of Lima told the paper.\n",
        T,
        keeps=(
            "reporters in the\ncapital. “We want fair prices,” she\nsaid.",
            "declined to\ncomment.",
        ),
    ),
    Case(
        "a table",
        f"{T}\n\n{P1}\n\nCountry        Tariff      Year\nPeru           5           2022\n"
        f"Chile          7           2021\n"
        f"Bolivia        9           2020\nBrazil         4           2019\n\n{P3}",
        T,
        keeps=("Peru           5           2022", P3),
    ),
)


CASES: tuple[Case, ...] = (*TITLES, *FIELDS, *FURNITURE)
