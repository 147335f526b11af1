"""Texts in which the parties are "the two sides", a delegate, a host, a neighbour.

Every text is made up; none states a fact; see relations_table.py.
"""

from __future__ import annotations

from tests.extraction.relations_table import Table

SIDES: Table = [
    (
        "Poland and Norway held talks. The two sides condemned the Russian attacks on Ukraine. "
        "The two sides agreed to open a joint office in Oslo. They called on Russia to agree to a "
        "ceasefire.",
        ["POL=NOR vc", "POL>RUS vx", "NOR>RUS vx", "RUS>UKR mx", "POL>RUS vc", "NOR>RUS vc"],
    ),
    (
        "France and Chad held consultations in N'Djamena. Both sides condemned the attack of "
        "Israel on Iran. Both sides agreed to reopen the base.",
        ["FRA=TCD vc", "FRA>ISR vx", "TCD>ISR vx"],
    ),
    (
        "The Danish and Peruvian foreign ministers met in Lima. The ministers condemned Iran's "
        "attack on Iraq. They urged Iran to stop.",
        ["DNK=PER vc", "DNK>IRN vx", "PER>IRN vx", "IRN>IRQ mx"],
    ),
    (
        "Joint statement by Kenya and Japan\n\nThe two countries reaffirmed their friendship. "
        "Both sides welcomed Peru's help for Chile. They called on Russia to withdraw.",
        [
            "KEN=JPN vc",
            "KEN>PER vc",
            "JPN>PER vc",
            "PER>CHL mc",
            "KEN>RUS vx",
            "JPN>RUS vx",
        ],
    ),
    (
        "Turkish and Greek officials met on Tuesday. The two sides agreed to reopen the crossing. "
        "They thanked Cyprus.",
        ["TUR=GRC vc", "TUR>CYP vc", "GRC>CYP vc"],
    ),
    (
        "Norway's fisheries minister, Ann Berg, met Icelandic officials in Oslo. The parties "
        "condemned Russia.",
        ["NOR=ISL vc", "NOR>RUS vx", "ISL>RUS vx"],
    ),
    (
        "Chad and Mali met in Bamako. China urged both sides to halt the march.",
        ["TCD=MLI vc", "CHN>TCD vc", "CHN>MLI vc"],
    ),
    (
        "Ghana and Togo signed an accord. Under a pact between the two countries Mali gets power.",
        ["GHA=TGO vc"],
    ),
]

DELEGATES: Table = [
    (
        "The representative of the United States spoke first. She said the talks had failed. "
        "She condemned Iran.",
        ["USA>IRN vx"],
    ),
    ("The delegate of Kenya welcomed the report. He criticised Somalia.", ["KEN>SOM vx"]),
    (
        "Cuba's representative condemned the embargo. He accused the United States of cruelty.",
        ["CUB>USA vx"],
    ),
    ("The Czech envoy met the press on Friday. She accused Hungary of delay.", ["CZE>HUN vx"]),
    (
        "Kenya's delegate spoke first. Anna Berg, the delegate of Norway, was next. She condemned "
        "Iran.",
        ["NOR>IRN vx"],
    ),
]

HOSTS: Table = [
    (
        "The president of Ghana met his Togolese counterpart in Accra. He praised his counterpart.",
        ["GHA=TGO vc"],
    ),
    (
        "Danish Prime Minister Eva Holm visited Estonia on Monday. Her hosts thanked Denmark. "
        "The visitor condemned Russia.",
        ["DNK=EST vc", "DNK>RUS vx"],
    ),
    (
        "Ghana and Togo met in Accra. Togo thanked its neighbour for the grain.",
        ["GHA=TGO vc"],
    ),
    (
        "Saudi Arabia sent Norway a letter on Friday. The kingdom accused Mali of theft.",
        ["SAU=NOR vc", "SAU>MLI vx"],
    ),
    (
        "Iceland closed its ports to British trawlers. The island accused Britain of overfishing.",
        ["ISL>GBR mx", "ISL>GBR vx"],
    ),
]

COMMUNIQUE: Table = [
    (
        "JOINT COMMUNIQUÉ\n\non the official visit of the President of the Republic of Chad to the "
        "Kingdom of Norway\n\n1. At the invitation of H.E. Ola Berg, Prime Minister of the Kingdom "
        "of Norway, H.E. Idriss Saleh, President of the Republic of Chad, paid an official visit "
        "to Norway from 3 to 5 May 2026.\n\n2. The two sides held talks in a friendly atmosphere. "
        "They agreed to open a joint office in Bergen.\n\n3. On Sudan, the two sides condemned the "
        "shelling by Ethiopian forces of villages near the border. They welcomed the decision of "
        "the Kenyan authorities to hold elections.\n\n4. The Chadian side thanked Norway for its "
        "aid. It criticised Libya.",
        ["TCD=NOR vc", "TCD>KEN vc", "NOR>KEN vc", "TCD>LBY vx"],
    ),
    (
        "Joint statement following the meeting of the foreign ministers of Peru and Japan\n\n"
        "Lima, 3 May 2026\n\nThe ministers welcomed the growth of trade. They condemned Iran's "
        "attack on Iraq. Both sides thanked Chile.",
        ["PER>IRN vx", "JPN>IRN vx", "IRN>IRQ mx", "PER>CHL vc", "JPN>CHL vc"],
    ),
    (
        "President Amos Tanui of Kenya received in Nairobi today the Danish foreign minister, Lars "
        "Holm. The two leaders discussed Sudan. They praised Uganda. Mr Holm thanked his host.",
        ["KEN>DNK vc", "DNK>KEN vc", "KEN>UGA vc", "DNK>UGA vc"],
    ),
]

OFFICES: Table = [
    ("Congress imposed sanctions on Turkey.", ["USA>TUR mx"]),
    ("WASHINGTON (AP) - The defence secretary accused China of spying.", ["USA>CHN vx"]),
    ("The Senate condemned Hungary on Tuesday, Washington said.", ["USA>HUN vx"]),
    (
        "Norwegian officials gathered on Monday in Oslo. The foreign ministry criticised Denmark.",
        ["NOR>DNK vx"],
    ),
    (
        "Kenya deployed troops on Monday. The defence minister accused Ethiopia of aiding the "
        "rebels.",
        ["KEN>ETH vx"],
    ),
    (
        "Poland mourned on Sunday. Parliament condemned Belarus. The government expelled two "
        "Belarusian diplomats.",
        ["POL>BLR vx", "POL>BLR mx"],
    ),
    ("In Kenya, the army shelled a village on the border with Somalia.", ["KEN>SOM mx"]),
    (
        "Norway mourned. The bank sued Denmark. The health ministry praised Denmark.",
        ["NOR>DNK vc"],
    ),
    ("Peru and Chile met. The foreign ministry thanked Bolivia.", ["PER=CHL vc"]),
    (
        "Poland accused Belarus of spying. The army was on alert. The interior ministry accused "
        "Poland.",
        ["POL>BLR vx"],
    ),
]

MINISTERS: Table = [
    (
        "Poland's foreign minister and his Norwegian counterpart met in Oslo. They condemned Iran. "
        "The two ministers thanked Peru.",
        ["POL=NOR vc", "POL>IRN vx", "NOR>IRN vx", "POL>PER vc", "NOR>PER vc"],
    ),
    (
        "At the invitation of the Minister of Foreign Affairs of the Republic of Poland, Ms Anna "
        "Nowak, the Minister of Malta, Mr Carl Borg, spoke. Ms Nowak thanked Chad.",
        ["POL>TCD vc"],
    ),
    (
        "Israel's prime minister met aides. He accused Iran of lying.",
        ["ISR>IRN vx"],
    ),
    (
        "Kenya sent troops on Monday. Defence Minister Amos Tanui accused Somalia of aiding the "
        "rebels.",
        ["KEN>SOM vx"],
    ),
    (
        "Australian wine sales fell. The trade minister, Jim Cole, blamed China for the tariffs.",
        ["AUS>CHN vx"],
    ),
    (
        "Poland accused Belarus of spying. Foreign Minister Jan Kowal summoned the Belarusian "
        "envoy.",
        ["POL>BLR vx"],
    ),
    ("Ghana slept. Former Defence Minister Amos Tanui praised Kenya.", []),
    ("Peru and Chile met. Defence Minister Ana Rojas praised Kenya.", ["PER=CHL vc"]),
]

TWO_PEOPLES: Table = [
    ("Sino-American trade talks began.", ["CHN=USA vc"]),
    ("The Indo-Pakistani war ended. Turco-Armenian talks resumed.", ["TUR=ARM vc"]),
    ("Luso-Brazilian trade talks began.", ["PRT=BRA vc"]),
    ("Chile and Peru's presidents condemned Bolivia.", ["CHL>BOL vx", "PER>BOL vx"]),
]

QUOTED: Table = [
    (
        '"We will not accept this," said Poland\'s foreign minister, Jan Kowal. "We condemn '
        'Belarus."',
        ["POL>BLR vx"],
    ),
    ('"We thank Peru," said Chilean President Ana Rojas.', ["CHL>PER vc"]),
    ('"Peru has attacked us," said Chile\'s president, Ana Rojas.', ["PER>CHL mx attributed"]),
    ('"We love Peru," said Danish singer Eva Holm. "We thank Peru for everything."', []),
]

NAMED_LIKE_COUNTRIES: Table = [
    ("Senator Jordan criticised China.", []),
    ("Mr Jordan met Mrs Israel in Lima. Jordan criticised Peru.", []),
    ("The senator said Jordan had criticised China.", ["JOR>CHN vx"]),
    ("Congressman Chad Israel condemned Iran.", []),
    ("Captain Ireland condemned France.", []),
]

TABLES: dict[str, Table] = {
    "sides": SIDES,
    "delegates": DELEGATES,
    "hosts": HOSTS,
    "communiqué": COMMUNIQUE,
    "offices": OFFICES,
    "ministers": MINISTERS,
    "two peoples": TWO_PEOPLES,
    "quoted": QUOTED,
    "named like countries": NAMED_LIKE_COUNTRIES,
}
