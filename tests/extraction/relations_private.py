"""Sentences with people, firms, clubs, teams and names that act for no state.

Every sentence is made up; none states a fact. An empty list says that nothing holds between two
countries; see relations_table.py.
"""

from __future__ import annotations

from tests.extraction.relations_table import Table

PRIVATE_PEOPLE: Table = [
    ("A Danish tourist attacked a German in Rome.", []),
    ("Marta Kovac, a Croatian nurse, sued a Serbian hospital over a bill.", []),
    ("A Peruvian chef praised Chilean wine at a fair in Lima.", []),
    ("A Kenyan farmer thanked a Dutch charity for the pump.", []),
    ("The Polish writer criticised Hungary in her new novel.", []),
    ("An Italian professor accused Egypt of hiding the report.", []),
    ("Two Spaniards fought with three Moroccans outside a bar.", []),
    ("A Turkish businessman threatened to sue Greece.", []),
    ("The Swedish activist condemned Saudi Arabia at a rally.", []),
    ("A retired French diplomat praised Algeria in his memoirs.", []),
    ("The Norwegian journalist accused Belarus of spying on her.", []),
    ("The pilot, a Dutchman, thanked Iceland for his rescue.", []),
    ("A Brazilian couple visited Portugal for the wedding.", []),
    ("The Finnish composer visited Estonia last week.", []),
    ("An Irish priest criticised Britain from the pulpit.", []),
    ("The Nigerian author said she loved Ghana and hated Britain.", []),
    ("Ahmed Saleh, a taxi driver from Egypt, blamed Sudan for the queue.", []),
    ("A Canadian student was killed by a German driver in Austria.", []),
    ("Hungarian fans attacked Romanian supporters in Belgrade.", []),
]

FIRMS: Table = [
    ("The German carmaker sued a Chinese supplier.", []),
    ("A Dutch brewer will supply beer to Japan.", []),
    ("The Danish shipping firm refused to sail to Yemen.", []),
    ("Samsung sued Apple in a German court.", []),
    ("The Swiss bank froze accounts held by a Russian oligarch.", []),
    ("An Indian steelmaker will invest in Britain.", []),
    ("A South Korean shipyard delivered two tankers to Qatar.", []),
    ("The Norwegian oil company pulled out of Russia.", []),
    ("An Israeli start-up signed a deal with a Moroccan bank.", []),
    ("The French supermarket chain stopped buying beef from Brazil.", []),
    ("Airlines from Turkey and Greece agreed to share codes.", []),
    ("Mexican growers accused American importers of dumping.", []),
    ("The firm sells its phones in Kenya and Uganda.", []),
]

GAMES: Table = [
    ("Croatia beat Serbia 3-1 in the final.", []),
    ("Brazil attacked from the start and Argentina defended badly.", []),
    ("The Danish coach praised Sweden after the match.", []),
    ("Argentina crushed Chile in the semi-final.", []),
    ("France thrashed Ireland at rugby.", []),
    ("India won the series against Australia.", []),
    ("The Spanish striker signed for a club in Saudi Arabia.", []),
    ("Japan were knocked out by Norway on penalties.", []),
    ("The Kenyan runner accused her Ethiopian rival of blocking her.", []),
    ("Portugal's goalkeeper saved a shot from Ghana's captain.", []),
    ("Poland will host Ukraine in a qualifier on Friday.", []),
]

STORIES: Table = [
    ("The Iranian film accuses France of hypocrisy.", []),
    ("In the novel, Sweden invades Denmark.", []),
    ("The Polish documentary praised Lithuania.", []),
    ("Russian singer Ivan Orlov cancelled his tour of Italy.", []),
    ("In the board game Prussia attacks Austria and France makes peace with Russia.", []),
    ("The museum in Vienna lent two paintings to Japan.", []),
    ("A play about Britain's invasion of Egypt opened in Dublin.", []),
]

LONGER_NAMES: Table = [
    ("Canada's Cape Breton will welcome American refugees.", ["CAN>USA mc"]),
    ("China accused the three of building 'a mini-NATO in Asia'.", []),
    ("The Ukraine Recovery Conference thanked Poland.", []),
    ("The Danish Refugee Council condemned Hungary.", []),
    ("Morocco signed the Abuja Treaty and thanked Mali.", ["MAR>MLI vc"]),
    ("Vietnam invoked the Vienna Convention on diplomatic relations against Cambodia.", []),
    ("Ukraine invoked the Budapest Memorandum against Russia.", []),
    ("India praised the Kyoto Protocol and criticised the Paris Agreement.", []),
    ("Hungary attacked the Istanbul Convention and the Budapest Memorandum.", []),
    ("The Japan Times condemned China over the islands.", []),
    ("The Moscow Times criticised Belarus.", []),
    ("Egypt Today praised Saudi Arabia.", []),
    ("The Oxford Martin School criticised Germany.", []),
    ("The University of Oslo accused China of copying its research.", []),
    ("The Bank of Scotland sued Iceland.", []),
    ("A ship was seized in the South China Sea by Vietnam.", []),
    ("Mexican ships fired on smugglers in the Gulf of Mexico.", []),
    ("The Prague Spring festival thanked Norway.", []),
    ("Police closed Peru Street after a Bolivian was shot by a neighbour.", []),
    ("The London Stock Exchange suspended Russia's shares.", []),
    ("The Manchester Guardian accused Turkey of torture.", []),
    ("Bayern Munich accused Spain of unfair play.", []),
    ("The Zimbabwe Independent accused South Africa of meddling.", []),
    ("The American University of Beirut condemned Israel.", []),
    ("Norwegian Cruise Line sued Cuba.", []),
    ("The Bangkok Post praised Laos.", []),
    ("Radio Tirana attacked Serbia.", []),
    ("The Geneva Convention forbids Syria to bomb hospitals.", []),
    ("Turkey closed the Straits of Tiran.", []),
    ("The Hague Convention binds Brazil and Spain.", []),
    ("The Treaty of Versailles punished Germany.", []),
    ("The English Channel crossing was blocked by France.", []),
    ("The Baltic Sea states thanked Finland.", []),
]

EVERYDAY_CRIME: Table = [
    ("Gomez, a native of Mexico, was arrested by Boston police.", []),
    ("A Bulgarian was arrested in Greece for theft.", []),
    ("Albanian smugglers shot two Italians.", []),
    ("A Nigerian gang robbed a Ghanaian bank.", []),
    ("Portuguese police arrested a Brazilian for fraud.", []),
    ("A Frenchman was jailed in Morocco for drug dealing.", []),
    ("A Belgian court fined a Dutch cyclist.", []),
    ("A court in Vienna sentenced a Serb to life for murder.", []),
]

NOT_THE_STATE: Table = [
    ("Rebels in Chad attacked a convoy from Niger.", []),
    ("The Ugandan opposition leader praised Kenya.", []),
    ("Presidential candidate Peter Harlow of the United States praised Russia.", []),
    ("Poland's opposition leader attacked Germany's migration policy.", []),
    ("Venezuela's opposition thanked Brazil for its support.", []),
    ("The Hungarian opposition party accused Russia of buying votes.", []),
    ("Exiled Belarusian opposition leader Anna Holub urged Poland to act.", []),
    ("Georgian protesters condemned Russia.", []),
    ("A former Malian minister accused France of theft.", []),
    ("The Egyptian press attacked Qatar.", []),
    ("An Irish newspaper editorial attacked British banks.", []),
    ("Striking Belgian dockers blocked ships from Israel.", []),
]

MORE: Table = [
    ("A Swiss banker praised Singapore at a dinner.", []),
    ("A Lebanese hairdresser accused Cyprus of racism.", []),
    ("Ivana Petrovic, a Serbian violinist, criticised Kosovo.", []),
    ("Norwegian skier Lars Holm blamed Sweden for the snow.", []),
    ("An Argentine gaucho and a Uruguayan neighbour quarrelled over a fence.", []),
    ("The Moroccan bus driver was fined by a Spanish judge for speeding.", []),
    ("Three Ukrainian widows thanked Poland for its kindness.", []),
    ("A group of Cuban pensioners visited Mexico.", []),
    ("The Thai restaurant chain will open in Vietnam.", []),
    ("A Finnish paper mill stopped supplying Italy.", []),
    ("The Belgian insurer sued Luxembourg.", []),
    ("The Egyptian club protested to Tunisia about the referee.", []),
    ("Ghana's striker attacked Togo's defence from the left.", []),
    ("The Greek weekly condemned Turkey.", []),
    ("Kenya's largest retailer pulled out of Uganda.", []),
    ("The University of Nairobi thanked Sweden.", []),
    ("The Rome Statute obliges Chad to arrest him.", []),
    ("The Strait of Malacca was closed by Indonesia.", []),
    ("In the video game, Russia bombs Norway.", []),
    ("A documentary about Japan's occupation of Korea won a prize.", []),
    ("Colombian drug traffickers attacked a village in Ecuador.", []),
    ("A Slovak court jailed two Hungarians for burglary.", []),
    ("Moldova's opposition condemned Russia.", []),
    ("Exiled Cambodian politician Sok Chea urged Japan to act.", []),
    ("A swarm of locusts from Somalia attacked farms in Kenya.", []),
    ("The mayor of Lyon criticised Italy.", []),
    ("New York police arrested two Chileans.", []),
    ("A Ghanaian pastor cursed Nigeria.", []),
    ("The Kuwait Times criticised Iraq.", []),
    ("The Lisbon Treaty binds Poland.", []),
]


STATES_STILL_ACT: Table = [
    ("Danish police arrested a Peruvian on suspicion of spying.", ["DNK>PER mx"]),
    ("The Swedish ambassador condemned Russia.", ["SWE>RUS vx"]),
    ("The Norwegian foreign ministry accused Russia of jamming.", ["NOR>RUS vx"]),
    ("Norway's Coast Guard seized a Russian trawler.", ["NOR>RUS mx"]),
    ("Peruvian fishermen were detained by the Chilean navy.", ["CHL>PER mx"]),
    ("Iran sentenced a Swedish tourist to death for spying.", ["IRN>SWE vx"]),
    ("Russia expelled two British journalists.", ["RUS>GBR mx"]),
    ("China imposed sanctions on a Lithuanian company.", ["CHN>LTU mx"]),
    ("The Bank of Japan lent money to Laos.", ["JPN>LAO mc"]),
    ("The Polish defence minister, Jan Kowal, thanked South Korea.", ["POL>KOR vc"]),
    ("Two Danes were killed in a Malian raid.", ["MLI>DNK mx"]),
    ("Georgian protesters burned a Russian flag.", ["GEO>RUS mx"]),
    ("The Vietnamese coast guard rammed a Chinese ship in the South China Sea.", ["VNM>CHN mx"]),
    ("Swiss engineers helped Nepal to rebuild a dam.", ["CHE>NPL mc"]),
    ("The Israeli parliament condemned Ireland.", ["ISR>IRL vx"]),
    ("The Kenyan Defence Forces shelled a town in Somalia.", ["KEN>SOM mx"]),
    ("Ukraine's Security Service accused Belarus of spying.", ["UKR>BLR vx"]),
    ("The Saudi Press Agency said that Saudi Arabia had thanked Iraq.", ["SAU>IRQ vc"]),
    ("The Danish state gas company cut supplies to Peru.", ["DNK>PER mx"]),
]

TABLES: dict[str, Table] = {
    "private people": PRIVATE_PEOPLE,
    "firms": FIRMS,
    "games": GAMES,
    "stories": STORIES,
    "longer names": LONGER_NAMES,
    "everyday crime": EVERYDAY_CRIME,
    "not the state": NOT_THE_STATE,
    "more": MORE,
    "states": STATES_STILL_ACT,
}
