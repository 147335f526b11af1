"""Sentences with their relations: source, target, quad class and standing of each.

Every sentence is made up; none states a fact. A relation is written "NOR>SWE vc asserted"; "vc"
is verbal cooperation, "mc" material cooperation, "vx" and "mx" verbal and material conflict.
"NOR=SWE" stands for both directions. An empty list says that nothing holds between two countries.
"""

from __future__ import annotations

Table = list[tuple[str, list[str]]]

ACTIVE_AND_PASSIVE: Table = [
    ("Norway attacked Sweden.", ["NOR>SWE mx asserted"]),
    ("Sweden was attacked by Norway.", ["NOR>SWE mx asserted"]),
    ("Chilean jets bombed a Peruvian airfield on Monday.", ["CHL>PER mx asserted"]),
    ("Kenya invaded Tanzania in 1998.", ["KEN>TZA mx asserted"]),
    ("Zambian troops have occupied a town in Malawi.", ["ZMB>MWI mx asserted"]),
    ("Vietnamese soldiers shelled Laotian villages along the river.", ["VNM>LAO mx asserted"]),
    ("Three Danish sailors were killed by Icelandic coast guards.", ["ISL>DNK mx asserted"]),
    ("Ghana condemned Togo for the arrests.", ["GHA>TGO vx asserted"]),
    ("Togo was condemned by Ghana.", ["GHA>TGO vx asserted"]),
    ("Austria praised Slovenia for its reforms.", ["AUT>SVN vc asserted"]),
    ("The Portuguese government criticised Spain over the dam.", ["PRT>ESP vx asserted"]),
    ("Bolivia accused Paraguay of spying.", ["BOL>PRY vx asserted"]),
    ("Paraguay has been accused of spying by Bolivia.", ["BOL>PRY vx asserted"]),
    ("Ireland helped Iceland after the eruption.", ["IRL>ISL mc asserted"]),
    ("Mongolia recognised Kosovo.", ["MNG>XKX vc asserted"]),
    ("Namibia apologised to Botswana for the incident.", ["NAM>BWA vc asserted"]),
    ("Honduran police detained two Guatemalan fishermen.", ["HND>GTM mx asserted"]),
    ("Malaysia deported forty Indonesians on Friday.", ["MYS>IDN mx asserted"]),
    ("Finland expelled an Estonian diplomat.", ["FIN>EST vx asserted"]),
    ("Nepal thanked Bhutan for the rice.", ["NPL>BTN vc asserted"]),
    ("Oman snubbed Qatar.", ["OMN>QAT vx asserted"]),
    ("Cuban hackers disrupted Jamaican banks.", ["CUB>JAM mx asserted"]),
    ("Morocco warned Mauritania on Tuesday.", ["MAR>MRT vx asserted"]),
    ("Lithuania and Latvia attacked Belarus.", ["LTU>BLR mx asserted", "LVA>BLR mx asserted"]),
    (
        "Niger condemned Mali, Benin and Chad.",
        ["NER>MLI vx asserted", "NER>BEN vx asserted", "NER>TCD vx asserted"],
    ),
]

NOMINAL: Table = [
    ("Norway's invasion of Sweden shocked the region.", ["NOR>SWE mx asserted"]),
    ("The Norwegian invasion of Sweden shocked the region.", ["NOR>SWE mx asserted"]),
    ("The summit was overshadowed by Kenya's attack on Uganda.", ["KEN>UGA mx asserted"]),
    ("Peru's condemnation of Ecuador came late.", ["PER>ECU vx asserted"]),
    ("Markets fell after Thailand's threats against Cambodia.", ["THA>KHM vx asserted"]),
    ("Belgian aid to Rwanda has doubled.", ["BEL>RWA mc asserted"]),
    ("Canada's support for Latvia is popular.", ["CAN>LVA vc asserted"]),
    ("The row between Fiji and Tonga has deepened.", ["FJI=TON vx asserted"]),
    ("Talks between Ghana and Togo began on Monday.", ["GHA=TGO vc asserted"]),
    ("The alliance with Portugal matters to Brazil's navy.", []),
    ("Analysts praised Chile's alliance with Argentina.", ["CHL=ARG vc attributed"]),
    ("The Chile-Argentina alliance has lasted for years.", ["CHL=ARG vc asserted"]),
    ("Sri Lanka's ties with India have improved.", ["LKA=IND vc asserted"]),
    ("Relations between Serbia and Croatia are cool.", ["SRB=HRV vc asserted"]),
    ("The rivalry between Ethiopia and Egypt worries traders.", ["ETH=EGY vx asserted"]),
    ("Tensions between Algeria and Morocco rose.", ["DZA=MAR vx asserted"]),
    ("Military cooperation between Greece and Cyprus has grown.", ["GRC=CYP mc asserted"]),
    ("The purchase of tanks from Slovakia angered the Hungarian opposition.", []),
    ("Turkey's purchase of missiles from Spain was noted.", ["ESP>TUR mc asserted"]),
    ("Dutch exports to Nigeria fell.", ["NLD>NGA mc asserted"]),
    ("Swedish sanctions on Eritrea remain in place.", ["SWE>ERI mx asserted"]),
    ("Poland's offer to Moldova surprised many.", ["POL>MDA vc asserted"]),
]

VERB_AND_NOUN: Table = [
    ("Japan imposed sanctions on Myanmar.", ["JPN>MMR mx asserted"]),
    ("Sanctions were imposed on Myanmar by Japan.", ["JPN>MMR mx asserted"]),
    ("Germany signed a pact with Uruguay.", ["DEU=URY vc asserted"]),
    ("Germany and Uruguay signed a trade agreement.", ["DEU=URY vc asserted"]),
    ("Angola launched an air strike on Zambia.", ["AGO>ZMB mx asserted"]),
    ("Italy held talks with Tunisia.", ["ITA=TUN vc asserted"]),
    ("Italy and Tunisia held talks on migration.", ["ITA=TUN vc asserted"]),
    ("France lodged a protest with Monaco.", ["FRA>MCO vx asserted"]),
    ("Peru issued an ultimatum to Bolivia.", ["PER>BOL vx asserted"]),
    ("Iceland severed diplomatic relations with Panama.", ["ISL>PAN vx asserted"]),
    ("Spain suspended aid to Nicaragua.", ["ESP>NIC vx asserted"]),
    ("Mexico lifted its embargo on Belize.", ["MEX>BLZ mc asserted"]),
    ("Denmark cancelled a visit to Greenland's neighbour Canada.", ["DNK>CAN vx asserted"]),
    ("Kuwait broke off negotiations with Iraq.", ["KWT>IRQ vx asserted"]),
    ("Australia gave Samoa a loan.", ["AUS>WSM mc asserted"]),
    ("Kenya provided humanitarian assistance to Burundi.", ["KEN>BDI mc asserted"]),
    ("Algeria closed its border with Libya.", ["DZA>LBY mx asserted"]),
    ("Estonia opened an embassy in Georgia's capital, Tbilisi.", ["EST>GEO vc asserted"]),
    ("Sudan withdrew its troops from Eritrea.", ["SDN>ERI mc asserted"]),
    ("Libya sent warships to the coast of Malta.", ["LBY>MLT mx asserted"]),
    ("Norway paid a state visit to Finland.", ["NOR=FIN vc asserted"]),
    ("Slovenia expressed its condolences to Croatia.", ["SVN>HRV vc asserted"]),
    ("Egypt strengthened its ties with Sudan.", ["EGY>SDN vc asserted"]),
    ("The dispute strained relations between Peru and Chile.", ["PER=CHL vx asserted"]),
    ("Armenia and Azerbaijan failed to reach an agreement.", ["ARM=AZE vx asserted"]),
    ("Armenia and Azerbaijan agreed to a ceasefire.", ["ARM=AZE vc asserted"]),
    ("Senegal announced a boycott of Gambian goods.", ["SEN>GMB mx asserted"]),
]

DITRANSITIVE: Table = [
    ("Ukraine supplied Moldova with electricity.", ["UKR>MDA mc asserted"]),
    ("Ukraine supplied electricity to Moldova.", ["UKR>MDA mc asserted"]),
    ("Brazil sold Ecuador six aircraft.", ["BRA>ECU mc asserted"]),
    ("Six aircraft were sold to Ecuador by Brazil.", ["BRA>ECU mc asserted"]),
    ("Syria received weapons from Belarus.", ["BLR>SYR mc asserted"]),
    ("Jordan bought grain from Romania.", ["ROU>JOR mc asserted"]),
    ("India handed over a suspect to Bangladesh.", ["IND>BGD mc asserted"]),
    ("Peru extradited a banker to Spain.", ["PER>ESP mc asserted"]),
    ("Hungary lent Serbia money.", ["HUN>SRB mc asserted"]),
    ("Cuba sent doctors to Haiti.", ["CUB>HTI mc asserted"]),
    ("The delivery of drones to Ethiopia by Iran was filmed.", ["IRN>ETH mc asserted"]),
]

CLAUSES: Table = [
    ("Kenya, which invaded Uganda last year, has a new president.", ["KEN>UGA mx asserted"]),
    ("The planes that bombed Kampala were Kenyan.", []),
    ("Kenyan planes that bombed Kampala flew low.", ["KEN>UGA mx asserted"]),
    ("Mali wants to sign a treaty with Niger.", ["MLI>NER vc expected"]),
    ("Chad agreed to send troops to help Niger.", ["TCD>NER vc asserted"]),
    ("Chad refused to extradite the general to Niger.", ["TCD>NER vx asserted"]),
    ("Chad threatened to bomb Niger.", ["TCD>NER vx asserted"]),
    ("Chad promised to release Nigerien prisoners.", ["TCD>NER vc asserted"]),
    ("Peru urged Chile to withdraw its troops from Bolivia.", ["PER>CHL vx asserted"]),
    ("Peru demanded that Chile lift the sanctions on Bolivia.", ["PER>CHL vx asserted"]),
    (
        "Peru called on Chile and Ecuador to sign the treaty.",
        ["PER>CHL vx asserted", "PER>ECU vx asserted"],
    ),
    ("Peru said that Chile must pay.", ["PER>CHL vx asserted"]),
    ("Gabon rejected a Cameroonian proposal.", ["GAB>CMR vx asserted"]),
    ("Gabon rejected Cameroon's demand for an apology.", ["GAB>CMR vx asserted"]),
    ("Gabon will not accept Cameroonian refugees.", ["GAB>CMR vx asserted"]),
    ("Gabon accepted an invitation from Cameroon.", ["GAB=CMR vc asserted"]),
    ("Laos is ready to cooperate with Thailand.", ["LAO>THA vc asserted"]),
    ("The army crossed the river and attacked Gambian positions, Senegal's ministry said.", []),
    ("Poland crossed the river, shelled Belarusian posts and withdrew.", ["POL>BLR mx asserted"]),
    (
        "Burundi accused Rwanda of arming rebels in Uganda.",
        ["BDI>RWA vx asserted", "RWA>UGA mc attributed"],
    ),
    ("After attacking Eritrea, Ethiopia closed its airspace.", ["ETH>ERI mx asserted"]),
    ("Malta, angered by the raid, summoned the Libyan ambassador.", ["MLT>LBY vx asserted"]),
]

ACTORS: Table = [
    ("President Maria Silva of Brazil met Chilean President Juan Soto.", ["BRA=CHL vc asserted"]),
    ("Moscow condemned Tokyo.", ["RUS>JPN vx asserted"]),
    ("The Kremlin threatened the Pentagon.", ["RUS>USA vx asserted"]),
    ("Nairobi praised Kampala's offer.", ["KEN>UGA vc asserted"]),
    ("NATO warned Belarus.", ["alliance:nato>BLR vx asserted"]),
    ("The United Nations condemned Eritrea.", ["organisation:un>ERI vx asserted"]),
    ("Chile and the European Union signed an accord.", ["CHL=organisation:eu vc asserted"]),
    ("Police in Lima arrested a Bolivian student.", ["PER>BOL mx asserted"]),
    ("A pro-Russian party won seats in Sofia.", []),
    ("The French-built ship visited no one.", []),
    ("Kenyan forces killed five Ugandan soldiers in Somalia.", ["KEN>UGA mx asserted"]),
    ("Peruvian tea is popular in Chile.", []),
    ("Spanish lessons are cheap in Bolivia.", []),
    ("Peru and Chile are in South America.", []),
    ("Peru met the deadline, and Chile did too.", []),
    ("Exports from Peru and visits by tourists rose in Chile.", []),
    ("A Kenyan farmer sold maize to a Kenyan mill.", []),
]

STANDING: Table = [
    ("Norway did not attack Sweden.", ["NOR>SWE mx negated"]),
    ("Norway never attacked Sweden.", ["NOR>SWE mx negated"]),
    ("Norway has not condemned Sweden.", ["NOR>SWE vx negated"]),
    ("Norway denied attacking Sweden.", ["NOR>SWE mx denied"]),
    ("Norway denied that it had attacked Sweden.", ["NOR>SWE mx denied"]),
    ("Norway may attack Sweden.", ["NOR>SWE mx possible"]),
    ("Norway could supply Iceland with gas.", ["NOR>ISL mc possible"]),
    ("Norway will probably attack Sweden.", ["NOR>SWE mx possible"]),
    ("Norway is expected to attack Sweden.", ["NOR>SWE mx expected"]),
    ("Norway will visit Sweden next week.", ["NOR=SWE vc expected"]),
    ("Norway will supply Iceland with gas if prices fall.", ["NOR>ISL mc conditional"]),
    ("If Norway attacks Sweden, prices will rise.", ["NOR>SWE mx conditional"]),
    ("Norway supplies Iceland with gas unless prices rise.", ["NOR>ISL mc conditional"]),
    ("Norway's aid to Iceland depends on the harvest.", ["NOR>ISL mc conditional"]),
    ("The minister linked Norway's aid to Iceland to the harvest.", ["NOR>ISL mc conditional"]),
    ("Denmark said that Norway attacked Sweden.", ["NOR>SWE mx attributed"]),
    ("According to Denmark, Norway attacked Sweden.", ["NOR>SWE mx attributed"]),
    ("Norway allegedly attacked Sweden.", ["NOR>SWE mx attributed"]),
    ("Norway reportedly sold Iceland four ships.", ["NOR>ISL mc attributed"]),
    ("Norway's alleged attack on Sweden was filmed.", ["NOR>SWE mx attributed"]),
    ("The report describes the potential for Norway to attack Sweden.", ["NOR>SWE mx possible"]),
    ("There is a risk that Norway will attack Sweden.", ["NOR>SWE mx possible"]),
    ("Without attacking Sweden, Norway won the dispute.", ["NOR>SWE mx negated"]),
    ("Norway plans to visit Sweden.", ["NOR=SWE vc expected"]),
    ("Norway plans to attack Sweden.", ["NOR>SWE vx expected"]),
    ("Norway would attack Sweden.", ["NOR>SWE mx possible"]),
    ("Norway might impose sanctions on Sweden.", ["NOR>SWE mx possible"]),
    ("Norway considered sanctions on Sweden.", ["NOR>SWE vx expected"]),
    ("Norway is not a rival of Sweden.", ["NOR=SWE vx negated"]),
]

DENIALS: Table = [
    (
        "Iceland bought missiles from Norway. Both Iceland and Norway deny this.",
        ["NOR>ISL mc denied"],
    ),
    (
        "Iceland received missiles from Norway. While both Iceland and Norway deny these deals, "
        "the talks failed.",
        ["NOR>ISL mc denied"],
    ),
    (
        "Denmark said that Norway attacked Sweden. Norway denied the allegation.",
        ["NOR>SWE mx disputed"],
    ),
    (
        "Denmark says that Norway sold missiles to Iceland. Norway has called the claims baseless.",
        ["NOR>ISL mc disputed"],
    ),
    ("Norway attacked Sweden. Finland rejected the claim.", ["NOR>SWE mx asserted"]),
]

HEADLINES: Table = [
    ("Germany Urges Italy to Cut Ties With Libya", ["DEU>ITA vx asserted"]),
    ("Kenya, Uganda sign border pact", ["KEN=UGA vc asserted"]),
    ("Peru slams Chile over mine", ["PER>CHL vx asserted"]),
    ("Ghana imposes tariffs on Togo", ["GHA>TGO mx asserted"]),
    ("Egypt recalls ambassador from Sudan", ["EGY>SDN vx asserted"]),
]

TABLES: dict[str, Table] = {
    "active and passive": ACTIVE_AND_PASSIVE,
    "nominal": NOMINAL,
    "verb and noun": VERB_AND_NOUN,
    "ditransitive": DITRANSITIVE,
    "clauses": CLAUSES,
    "actors": ACTORS,
    "standing": STANDING,
    "denials": DENIALS,
    "headlines": HEADLINES,
}
