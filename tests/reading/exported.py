"""Several articles in one text: exports of press databases, and texts with lines between them."""

from __future__ import annotations

from tests.reading.handed_in import BODY, P1, P2, P3, Case, T


def nexis(number: int, title: str, body: str) -> str:
    return (
        f"                               {number} of 2 DOCUMENTS\n\n\n"
        "                                 Andean Times (Lima)\n\n"
        f"                             May {number}, 2022 "
        f"{'Sunday' if number == 1 else 'Monday'}\n\n{title}\n\n"
        "BYLINE: Ana Soto\n\nSECTION: WORLD; Pg. 4\n\nLENGTH: 140 words\n\n\n"
        f"{body}\n\nLOAD-DATE: June 12, 2022\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: "
        f"Newspaper\n\n\n"
        "                       Copyright 2022 Andean Media\n"
        "                           All Rights Reserved\n"
    )


def uni(title: str, day: str, body: str) -> str:
    return (
        f"{title}\n\nAndean Times\n\n{day}\n\nCopyright 2022 Andean Media All Rights Reserved\n\n"
        f"Section: WORLD; Pg. 4\n\nLength: 140 words\n\nByline: Ana Soto\n\nHighlight: Offer "
        f"to Chile\n\n"
        f"Body\n\n\n{body}\n\n\nClassification\n\n\nLanguage: ENGLISH\n\nPublication-Type: "
        f"Newspaper\n\n"
        "Subject: TARIFFS (90%); COPPER (78%)\n\nLoad-Date: June 12, 2022\n\n\nEnd of Document\n"
    )


def factiva(title: str, body: str, mark: str) -> str:
    return (
        f"World\n{title}\nBy Ana Soto\n140 words\n3 May 2022\n14:05\nAndean Times\nANDT\n4\n"
        f"English\n"
        f"Copyright 2022, Andean Media. All rights reserved.\n\n{body}\n\nDocument "
        f"ANDT0000202205{mark}\n"
    )


def _tagged(title: str, body: str, mark: str) -> str:
    return (
        f"HD  {title}\nBY  By Ana Soto\nWC  140 words\nPD  3 May 2022\nSN  Andean Times\nSC  "
        f"ANDT\nLA  English\n"
        f"CY  Copyright 2022, Andean Media.\nLP\n{body}\nNS  gcat : Political News\nRE  peru "
        f": Peru\n"
        f"AN  Document ANDT0000202205{mark}\n"
    )


def europresse(title: str, body: str, mark: str) -> str:
    return (
        "Andean Times\nWorld, Tuesday, May 3, 2022 523 words, p. 4\n\n"
        f"{title}\nAna Soto\n\n{body}\n\n© 2022 Andean Media. All rights reserved. The "
        f"present document and "
        f"its usage are protected under international copyright laws and conventions.\n"
        f"news·20220503·AND·{mark}\n\n"
    )


def proquest(number: int, title: str, body: str) -> str:
    return (
        f"____________________________________________________________\n\nDocument {number} "
        f"of 2\n\n{title}\n\n"
        "Author: Soto, Ana\n\nPublication info: Andean Times ; Lima [Lima] 03 May 2022: 4.\n\n"
        f"Abstract: Tariffs will fall.\n\nFull text: {body}\n\nSubject: Tariffs; Copper\n\n"
        f"Location: Peru\n\n"
        f"Title: {title}\n\nPublication title: Andean Times\n\nPublication year: 2022\n\n"
        f"Publication date: May 3, 2022\n\nPlace of publication: Lima\n\nProQuest document "
        f"ID: 26{number}\n\n"
        "Copyright: Copyright Andean Media 2022\n\nLast updated: 2022-06-12\n\nDatabase: "
        "Global Newsstream\n\n"
    )


U = "Bolivia opens road to the coast"
Q = (
    "LA PAZ, May 2 (AFP) - Bolivia opened a road of 300 kilometres to the coast of Chile on "
    "Monday, "
    "the ministry of works said in a statement.\n\nThe road was paid for by a bank of both "
    "countries."
)
SPANISH = (
    "El gobierno de Bolivia dijo el lunes que la carretera hasta la costa de Chile fue "
    "pagada por un "
    "banco de los dos países, y que los camiones pueden pasar desde hoy sin pagar ningún peaje."
)

SEVERAL = (
    Case(
        "Nexis",
        nexis(1, T, BODY) + "\n\n" + nexis(2, U, Q),
        T,
        "Ana Soto",
        "Andean Times (Lima)",
        "2022-05-01",
        lacks=("LOAD-DATE", "All Rights", "LANGUAGE", "DOCUMENTS"),
        titles=(T, U),
    ),
    Case(
        "one of Nexis",
        nexis(1, T, BODY).replace("1 of 2 DOC", "1 of 1 DOC"),
        T,
        "Ana Soto",
        "Andean Times (Lima)",
        "2022-05-01",
        lacks=("LENGTH",),
        titles=(T,),
    ),
    Case(
        "Nexis Uni with its contents",
        f"User Name: Lee Moss\nDate and Time: Sunday, June 12, 2022 10:15:00 AM GMT\nJob "
        f"Number: 1\n\nDocuments (2)\n\n1. {T}\n"
        f"Client/Matter: -None-\nSearch Terms: copper\n\n2. {U}\nClient/Matter: -None-\n"
        f"Search Terms: copper\n\n\n"
        + uni(T, "May 3, 2022 Tuesday", BODY)
        + "\n\n"
        + uni(U, "May 2, 2022 Monday", Q),
        T,
        "Ana Soto",
        "Andean Times",
        "2022-05-03",
        lacks=("Load-Date", "Client", "Section:", "90%"),
        titles=(T, U),
    ),
    Case(
        "Factiva",
        factiva(T, BODY, "03ei")
        + "\n"
        + factiva(U, Q, "04ei")
        + "\n"
        + factiva("Chile answers", P2 + "\n\n" + P3, "05ei"),
        T,
        "Ana Soto",
        "Andean Times",
        "2022-05-03",
        lacks=("Document ANDT", "140 words", "ANDT"),
        titles=(T, U, "Chile answers"),
    ),
    Case(
        "Factiva with its codes",
        _tagged(T, BODY, "03ei") + "\n" + _tagged(U, Q, "04ei"),
        T,
        "Ana Soto",
        "Andean Times",
        "2022-05-03",
        lacks=("gcat", "ANDT", "140 words"),
        titles=(T, U),
    ),
    Case(
        "Europresse",
        europresse(T, BODY, "1") + europresse(U, Q, "2"),
        T,
        source="Andean Times",
        published="2022-05-03",
        lacks=("news·", "523 words", "protected"),
        titles=(T, U),
    ),
    Case(
        "ProQuest",
        proquest(1, T, BODY) + proquest(2, U, Q),
        T,
        "Soto, Ana",
        "Andean Times",
        "2022-05-03",
        lacks=("ProQuest", "Full text", "Location", "Database"),
        titles=(T, U),
    ),
    Case(
        "lines of dashes",
        f"{T}\n\n3 May 2022\n\n{BODY}\n\n---\n\n{U}\n\n2 May 2022\n\n{Q}\n",
        T,
        published="2022-05-03",
        titles=(T, U),
    ),
    Case(
        "stars",
        f"{T}\n\nBy Ana Soto\n\n{BODY}\n\n***\n\n{U}\n\nBy Luis Paz\n\n{Q}\n",
        T,
        "Ana Soto",
        titles=(T, U),
    ),
    Case(
        "form feeds",
        f"{T}\n\n3 May 2022\n\n{BODY}\n\f{U}\n\n2 May 2022\n\n{Q}\n",
        T,
        published="2022-05-03",
        titles=(T, U),
    ),
    Case(
        "sections of one article",
        f"{T}\n\nBy Ana Soto\n\n{BODY}\n\n* * *\n\n{Q}\n\n***\n\nThe road ahead\n\n{P3}",
        T,
        "Ana Soto",
        keeps=(P2, P3, "The road ahead"),
        titles=(T,),
    ),
    Case("pages of one article", f"{T}\n\n{P1}\n\n{P2}\f{P3}\n\n{Q}", T, titles=(T,)),
    Case(
        "underlined headings",
        f"{T}\n=====================\n\n{BODY}\n\nThe road\n=====================\n\n{Q}",
        keeps=(P2, P3, "The road"),
        titles=(T,),
    ),
    Case(
        "a leaked document",
        f"{T}\n\n{P1}\n\nDocument 1 of 3 was leaked, officials said.\n\n{P2}\n\n{P3}",
        T,
        keeps=("Document 1 of 3 was leaked",),
        titles=(T,),
    ),
    Case(
        "one part in another language",
        nexis(1, T, BODY) + "\n\n" + nexis(2, "La carretera", SPANISH),
        T,
        "Ana Soto",
        titles=(T,),
    ),
    Case(
        "the end of a document",
        f"{T}\n\n{P1}\n\n{P2}\n\nEnd of Document\n\n{P3}",
        titles=(T,),
        keeps=(P2, P3),
    ),
)


def _daily(title: str, body: str) -> str:
    return (
        f"{title}\n\nThe Daily Telegraph (London)\n\nMay 3, 2022 Tuesday\n\nEdition 1; "
        f"National Edition\n\n"
        "Copyright 2022 Telegraph Media Group Holdings Limited All Rights Reserved\n\n\n\n"
        "Section: WORLD NEWS; Version:1; Pg. 12\n\nLength: 299 words\n\nDateline: LIMA\n\n"
        "Body\n\n\n"
        f"{body}\n\nGraphic\n\n \n\nRosa Quispe\n\nANA SOTO/GETTY IMAGES\n\nLoad-Date: May "
        f"3, 2022\n\n\n"
        "End of Document\n\n"
    )


def _early(number: int, title: str, body: str) -> str:
    return (
        f"{number} of 2 DOCUMENTS\n\nCopyright 2005 Guardian Newspapers Limited\n"
        f"The Guardian (London) - Final Edition\n\nMay {number}, 2005\n\n"
        "SECTION: Guardian Home Pages, Pg. 4\n\nLENGTH: 523 words\n\n"
        f"HEADLINE: {title}\n\nBYLINE: Ana Soto\n\nBODY:\n{body}\n\nLOAD-DATE: May 4, 2005\n\n"
    )


def _lines_below(title: str, body: str, mark: str) -> str:
    lead, _, rest = body.partition("\n\n")
    return (
        f"HD\n{title}\nBY\nAna Soto\nWC\n140 words\nPD\n3 May 2022\nSN\nAndean Times\nSC\n"
        f"ANDT\nLA\nEnglish\n"
        f"CY\nCopyright 2022, Andean Media.\nLP\n{lead}\nTD\n{rest}\nCO\ncdlm : Corporacion "
        f"del Cobre\n"
        f"AN\nDocument ANDT00002022050{mark}\n\n"
    )


def _french(title: str, body: str, mark: str) -> str:
    return (
        f"Andean Times, no. 4512\nWorld, mardi 3 mai 2022 523 mots, p. 4\n\n{title}\n\n{body}\n\n"
        f"© 2022 Andean Media. Tous droits réservés.\nnews·20220503·AND·{mark}\n\n"
    )


def _bare(title: str, body: str) -> str:
    return (
        f"{title}\n140 words\n3 May 2022\nAndean Times\nANDT\nEnglish\n"
        f"(c) 2022 Andean Media\n\n{body}\n\n"
    )


VARIANTS = (
    Case(
        "Nexis Uni with a picture",
        _daily(T, BODY) + _daily(U, Q),
        T,
        "",
        "The Daily Telegraph (London)",
        "2022-05-03",
        lacks=("GETTY", "Graphic", "Load-Date", "Version"),
        titles=(T, U),
    ),
    Case(
        "Nexis with its copyright first",
        _early(1, T, BODY) + _early(2, U, Q),
        T,
        "Ana Soto",
        "The Guardian (London)",
        "2005-05-01",
        lacks=("LOAD", "HEADLINE", "BODY", "Final"),
        titles=(T, U),
    ),
    Case(
        "Factiva with its codes above",
        _lines_below(T, BODY, "3ei530009x") + _lines_below(U, Q, "3ei530009y"),
        T,
        "Ana Soto",
        "Andean Times",
        "2022-05-03",
        lacks=("LP\n", "TD\n", "cdlm"),
        titles=(T, U),
    ),
    Case(
        "Factiva with what was sought",
        factiva(T, BODY, "03ei")
        + "\n© 2022 Factiva, Inc. All rights reserved.\n\n"
        + factiva(U, Q, "04ei")
        + "\nSearch Summary\nText copper and Peru\nDate In the last month\n",
        T,
        "Ana Soto",
        "Andean Times",
        "2022-05-03",
        lacks=("Search Summary", "Factiva"),
        titles=(T, U),
    ),
    Case(
        "Factiva without its numbers",
        _bare(T, BODY) + _bare(U, Q),
        T,
        "",
        "Andean Times",
        "2022-05-03",
        lacks=("140 words", "ANDT"),
        titles=(T, U),
    ),
    Case(
        "Factiva as PDF",
        _bare(T, BODY).replace(
            P3, f"Page 1 of 2 © 2022 Factiva, Inc. All rights reserved.\n\n{P3}"
        ),
        T,
        "",
        "Andean Times",
        "2022-05-03",
        lacks=("Page 1",),
        titles=(T,),
    ),
    Case(
        "Europresse in French",
        _french(T, BODY, "1") + _french(U, Q, "2"),
        T,
        "",
        "Andean Times",
        "2022-05-03",
        lacks=("mots", "Tous droits"),
        titles=(T, U),
    ),
    Case(
        "a digest with an intro and an end",
        f"Press review, 3 May 2022\nPrepared by the press office\n\n* * *\n\n{T}\n\nAndean "
        f"Times, 3 May 2022\n\n{BODY}\n\n* * *\n\n{U}\n\nLa Paz Post, 2 May 2022\n\n{Q}\n\n* "
        f"* *\n\nEnd of the press review\n",
        T,
        "",
        "Andean Times",
        "2022-05-03",
        lacks=("review",),
        titles=(T, U),
    ),
    Case("ten signs", f"{T}\n\n{BODY}\n\n==========\n\n{U}\n\n{Q}", T, titles=(T, U)),
    Case(
        "sections between dashes",
        f"{T}\n\n{BODY}\n\n---\n\nThe road\n\n{Q}\n\n---\n\n{P2}",
        T,
        keeps=(P2, P3, "The road"),
        titles=(T,),
    ),
    Case(
        "heads of pages",
        f"{T}\n\nBy Ana Soto\n\n{P1} The offer stands\n\f ANDEAN TIMES         3 May 2022\n\n"
        f"until June, she said.\n\n{P2}\n\f ANDEAN TIMES         3 May 2022\n\n{P3}",
        T,
        "Ana Soto",
        keeps=("The offer stands\nuntil June", P2, P3),
        lacks=("ANDEAN",),
        titles=(T,),
    ),
    Case(
        "numbers of words in a report",
        f"1. Introduction\n\nThe report of 300 words was read.\n\n{BODY}\n\nLength: the "
        f"border is 300 km.\n\nCopyright: none.\n\n{Q}",
        keeps=(P2, P3, "Length: the border is 300 km.", "Copyright: none."),
        titles=("1. Introduction",),
    ),
)

EXPORTED: tuple[Case, ...] = (*SEVERAL, *VARIANTS)
