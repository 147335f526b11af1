"""Date lines by kind of publication, each with the day that it states, or None.

The first part was written before the rules were read, what stands under "later" while they were
made. {title}, {body} and {items} are those below.
"""

from __future__ import annotations

TITLE = "Norway and Finland share patrols"
BODY = (
    "Norway and Finland will share their border patrols, the two ministers said. "
    "They have worked together since the treaty of 14 March 1999.\n\n"
    "Officials in Helsinki praised the plan. A second round of talks is set for October.\n"
)
ITEMS = f"ITEM ONE\n{BODY}\nITEM TWO\n{BODY}"

LINES: list[tuple[str, str, str | None]] = [
    ("agency", "OSLO, March 14, 2025 (Wire) - {body}", "2025-03-14"),
    ("agency", "{title}\n\nBUDAPEST, March 12, 2024 (Xinhua) -- {body}", "2024-03-12"),
    ("agency", "{title}\n\nANKARA, 9 Jul 2024 (NNA) – {body}", "2024-07-09"),
    ("agency", "TOKYO, Japan, Feb. 3, 2026 — {body}", "2026-02-03"),
    ("agency", "12 February 2026, Tallinn - {body}", "2026-02-12"),
    ("agency", "TASHKENT, Feb. 12, 2026 /Newswire/ -- {body}", "2026-02-12"),
    ("agency", "{title}\nOslo | 12.02.2026\n{body}", "2026-02-12"),
    ("agency", "VILNIUS – 2026-02-12 – {body}", "2026-02-12"),
    ("agency", "Kyiv. July 9, 2024. NORDINFORM – {body}", "2024-07-09"),
    (
        "agency",
        "(Lead) {title}\nAll Headlines 17:05 July 09, 2024\nHELSINKI, July 9 (Nordnews) -- {body}",
        "2024-07-09",
    ),
    ("ministry", "Press release\nWarsaw, 12 February 2026\n\n{body}", "2026-02-12"),
    (
        "ministry",
        "Ministry of Foreign Affairs of Latvia\nPress release No. 14/2026\n"
        "12 February 2026\n\n{body}",
        "2026-02-12",
    ),
    ("ministry", "{title}\n\nNews | 12 February 2026 | Time: 10:15\n\n{body}", "2026-02-12"),
    ("ministry", "{title}\nPublished: 12.2.2026 10.15\n\n{body}", "2026-02-12"),
    ("ministry", "PRESS RELEASE\n\nAccra, Tuesday, 21 April 2026\n\n{body}", "2026-04-21"),
    (
        "ministry",
        "{title}\n\nFrom: Foreign Office\nPublished 12 February 2026\n"
        "Last updated 14 February 2026 — See all updates\n\n{body}",
        "2026-02-12",
    ),
    ("ministry", "FOR IMMEDIATE RELEASE\nFebruary 12, 2026\n\n{title}\n\n{body}", "2026-02-12"),
    ("ministry", "{title}\n\nNew Delhi, the 12th February, 2026\n\n{body}", "2026-02-12"),
    ("ministry", "{title}\nPosted On: 12 FEB 2026 5:14PM by PIB Delhi\n\n{body}", "2026-02-12"),
    (
        "ministry",
        "Press Statement\n\nNora Vale, Department Spokesperson\n\nFebruary 12, 2026\n\n{body}",
        "2026-02-12",
    ),
    (
        "ministry",
        "Remarks by the Minister\nLisbon, February 12, 2026 – 10:30 a.m.\n\n{body}",
        "2026-02-12",
    ),
    (
        "ministry",
        "MINUTE\nTo: Director Nordic\nFrom: Embassy Oslo\nDate: 24 November 2025\n"
        "Subject: border patrols\n\n{body}",
        "2025-11-24",
    ),
    ("ministry", "{title}\n\n28/01/2026\n\n{body}", "2026-01-28"),
    (
        "web page",
        "{title}\n\nLast updated 2 hours ago, Thu 12 Feb 2026, 14:20 GMT\n\n{body}",
        "2026-02-12",
    ),
    (
        "web page",
        "{title}\n\nJuly 9, 2024 5:00 AM GMT+2 Updated 10 hours ago\n\n{body}",
        "2024-07-09",
    ),
    ("web page", "{title}\n\nJuly 9, 2024Updated\n\n{body}", "2024-07-09"),
    ("web page", "{title}\n\nUpdated - July 10, 2024\n\n{body}", "2024-07-10"),
    ("web page", "{title}\n\nUpdated 10:12 AM GMT+2, July 9, 2024\n\n{body}", "2024-07-09"),
    ("web page", "{title}\n\nBy Anna Berg | July 9, 2024\n\n{body}", "2024-07-09"),
    ("web page", "{title}\n\nAnna Berg · 9 July 2024 · 4 min read\n\n{body}", "2024-07-09"),
    ("web page", "{title}\n\n2024/07/09\n\n{body}", "2024-07-09"),
    ("web page", "{title}\n\n2024.07.09 17:05\n\n{body}", "2024-07-09"),
    (
        "web page",
        "{title}\n\nJuly 9, 2024, 5:00 AM EDT / Updated July 10, 2024\n\n{body}",
        "2024-07-09",
    ),
    (
        "web page",
        "{title}\n\nUpdated July 10, 2024 | Published July 9, 2024\n\n{body}",
        "2024-07-09",
    ),
    (
        "web page",
        "{title}\n\nJuly 09, 2024 05:12 am | Updated July 10, 2024 07:40 pm IST\n\n{body}",
        "2024-07-09",
    ),
    (
        "web page",
        "{title}\n\nAnna Berg in Oslo\nTue 9 Jul 2024 05.00 BST\n"
        "Last modified on Wed 10 Jul 2024 08.14 BST\n\n{body}",
        "2024-07-09",
    ),
    ("web page", "{title}\n\nPublished Jul 9, 2024 at 5:00 AM ET\n\n{body}", "2024-07-09"),
    (
        "web page",
        "The Daily Tribune, Opinion, 18 November 2025\n\nShare the border\n\n{body}",
        "2025-11-18",
    ),
    (
        "web page",
        "{title}\n\nBy Anna Berg, Staff Writer Jul 09, 2024 - 16:12\n\n{body}",
        "2024-07-09",
    ),
    ("web page", "{title}\n\n09:30, 9 JUL 2024UPDATED17:45, 10 JUL 2024\n\n{body}", "2024-07-09"),
    ("web page", "{title}\n\nPublished : July 9, 2024 - 17:05:22\n\n{body}", "2024-07-09"),
    (
        "web page",
        "Printed on 3 March 2026\n\n{title}\n\nBy Anna Berg\n9 July 2024\n\n{body}",
        "2024-07-09",
    ),
    (
        "web page",
        "The Northern Courier\nToday: Tuesday, 3 March 2026\n\n{title}\n\n"
        "Published 9 July 2024\n\n{body}",
        "2024-07-09",
    ),
    (
        "web page",
        "Tuesday, 3 March 2026\nThe Northern Courier\n\n{title}\n\n"
        "By Anna Berg, 9 July 2024\n\n{body}",
        "2024-07-09",
    ),
    (
        "web page",
        "{title}\n\nJuly 9, 2024\n\n{body}\n"
        "A version of this article appears in print on July 10, 2024, Section "
        "A, Page 4.",
        "2024-07-09",
    ),
    ("web page", "{title}\n\n{body}\nFirst published on 9 July 2024", "2024-07-09"),
    ("web page", "The Courier, July 9, 2024\n\n{body}", "2024-07-09"),
    ("web page", "{title}\n\nStory by Anna Berg • 9 July 2024 • 3 min\n\n{body}", "2024-07-09"),
    (
        "EU, UN",
        "EUROPEAN COMMISSION\n\nBrussels, 12.5.2026\n\nCOM(2026) 214 final\n\n{body}",
        "2026-05-12",
    ),
    (
        "EU, UN",
        "Joint declaration\n\n{body}\nDone at Brussels, 12 May 2026.\n\n"
        "For the Commission\nThe President",
        "2026-05-12",
    ),
    ("EU, UN", "Joint declaration\n\n{body}\nBrussels, 12 May 2026", "2026-05-12"),
    (
        "EU, UN",
        "Joint communiqué\n\n{body}\n"
        "Done in duplicate at Alexandria on 9 March 2026 in the Arabic and "
        "English languages.",
        "2026-03-09",
    ),
    (
        "EU, UN",
        "SC/16123\n19 NOVEMBER 2025\n\nSpeakers in Security Council back patrols\n\n{body}",
        "2025-11-19",
    ),
    (
        "EU, UN",
        "United Nations S/PV.9876\nSecurity Council\nEightieth year\n"
        "Wednesday, 19 November 2025, 10 a.m.\nNew York\n\n{body}",
        "2025-11-19",
    ),
    (
        "EU, UN",
        "Distr.: General\n12 May 2026\nOriginal: English\n\n"
        "Report of the Secretary-General\n\n{body}",
        "2026-05-12",
    ),
    (
        "EU, UN",
        "Council of the EU\nPress release\n12 May 2026 11:35\n\n"
        "Border patrols: Council adopts conclusions\n\n{body}",
        "2026-05-12",
    ),
    (
        "EU, UN",
        "Border patrols: statement by the spokesperson\n\nGeneva, 12 May 2026 – {body}",
        "2026-05-12",
    ),
    (
        "think tank",
        "Sharing the border\n\nCommentary | May 12, 2026\nLena Vogt\n\n{body}",
        "2026-05-12",
    ),
    (
        "think tank",
        "Sharing the border\nLena Vogt\nPublished on 12.05.2026\n\n{body}",
        "2026-05-12",
    ),
    (
        "think tank",
        "Sharing the border\n\n12 May 2026 | Lena Vogt, Jonas Lind | Policy brief\n\n{body}",
        "2026-05-12",
    ),
    (
        "think tank",
        "Sharing the border\n\n"
        "Expert comment Published 12 May 2026 Updated 20 May 2026 3 minute "
        "READ\n\n{body}",
        "2026-05-12",
    ),
    ("think tank", "May 12, 2026 - Lena Vogt\nSharing the border\n\n{body}", "2026-05-12"),
    (
        "parliament",
        "House of Commons\n\nTuesday 12 May 2026\n\n"
        "The House met at half-past Eleven o'clock\n\n{body}",
        "2026-05-12",
    ),
    ("parliament", "Official Report of Debates, Wednesday 13 May 2026\n\n{body}", "2026-05-13"),
    (
        "parliament",
        "MEPs back shared patrols\nPress Releases\nPlenary session\n"
        "12-05-2026 - 12:44\n\n{body}\nNext vote: 29-05-2026",
        "2026-05-12",
    ),
    (
        "parliament",
        "Border Patrols\nVolume 790: debated on Tuesday 12 May 2026\n\n{body}",
        "2026-05-12",
    ),
    ("blog", "Sharing the border\n\nPosted on May 12, 2026 by anna\n\n{body}", "2026-05-12"),
    ("blog", "Sharing the border\n\nMay 12, 2026 / 3 Comments\n\n{body}", "2026-05-12"),
    ("blog", "Tuesday, May 12, 2026\n\nSharing the border\n\n{body}", "2026-05-12"),
    (
        "blog",
        "Sharing the border\n\nPosted by Anna Berg at 10:12 on 12 May 2026\n\n{body}",
        "2026-05-12",
    ),
    (
        "blog",
        "Sharing the border\n12th May 2026 · 6 minute read · 4 comments\n\n{body}",
        "2026-05-12",
    ),
    (
        "numeric",
        "{title}\n\n09/07/2024\n\n{body}\nThe last round was on 23/06/2024.\n",
        "2024-07-09",
    ),
    (
        "numeric",
        "{title}\n\n09/07/2024\n\n{body}\nThe last round was on 06/23/2024.\n",
        "2024-09-07",
    ),
    ("numeric", "{title}\n\nTuesday 09/07/2024\n\n{body}", "2024-07-09"),
    ("numeric", "{title}\n\n09/07/2024\n\nOSLO, July 9 (Nordnews) - {body}", "2024-07-09"),
    ("numeric", "{title}\n\n09/07/2024\n\n{body}", None),
    ("none", "{title}\n\nThe summit is on 12 May 2026 in Oslo. {body}", None),
    ("none", "{title}\n\n{body}\n© 2026 The Northern Courier. All rights reserved.", None),
    (
        "none",
        "{title}\n\nAnalysts compared the mood with September 1939. They saw no parallel.",
        None,
    ),
    ("none", "Border conference\n\nEvent date: 12 May 2026\nVenue: Oslo\n\n{body}", None),
    ("none", "Call for papers\n\nDeadline: 12 May 2026\n\n{body}", None),
    ("none", "{title}\n\nPhoto: Anna Berg, 3 March 2022\n\n{body}", None),
    ("none", "{title}\n\n{body}\nRead more: What the treaty says, 3 March 2023", None),
    ("none", "{title}\n\nThe treaty signed in Oslo, 12 May 1998, binds both sides. {body}", None),
    ("none", "Obituary\n\nKari Nordli, 4 May 1931 – 3 March 2011\n\n{body}", None),
    (
        "further",
        "The world in brief\n\nCompiled by the desk\n"
        "Published Saturday, 8 August 2026, 06:00\n\n{items}",
        "2026-08-08",
    ),
    ("later", "The world in brief (Published Saturday, 8 August 2026)\n\n{items}", "2026-08-08"),
    (
        "later",
        "The world in brief\n\n"
        "Five items that our readers should know before the week begins, from "
        "Oslo to Lima.\n\nPublished Saturday, 8 August 2026, for subscribers\n\n{items}",
        "2026-08-08",
    ),
    (
        "later",
        "The world in brief\n\n{items}{items}{items}{items}\n\n"
        "Compiled by Anna Berg and the desk in Oslo. Published Saturday, 8 August 2026.",
        "2026-08-08",
    ),
    (
        "later",
        "The world in brief\n\n{items}{items}{items}{items}\n\n"
        "Published Saturday, 8 August 2026. We will be back next week with "
        "more from around the world.",
        "2026-08-08",
    ),
    (
        "later",
        "The world in brief\n\n"
        "Your round-up of the week. Published Saturday, 8 August 2026. By Anna "
        "Berg\n\n{items}",
        "2026-08-08",
    ),
    ("later", "The world in brief – Published Saturday, 8 August 2026\n\n{items}", "2026-08-08"),
    (
        "later",
        "THE WEEK\nfive items, one page\n"
        "Published Saturday, 8 August 2026 | Next issue 15 August\n\n{items}",
        "2026-08-08",
    ),
    (
        "later",
        "THE WEEK\nPublished Saturday, 8 August 2026; covers events to Friday\n\n{items}",
        "2026-08-08",
    ),
    ("later", "Issued on 12 May 2026, the decree bans the export of gas. {body}", None),
    ("later", "A report published on 12 May 2026 says the port is full.\n\n{body}", None),
    ("later", "Report published Tuesday, 12 May 2026 finds port full\n\n{body}", None),
    ("later", "News of deals\nApril 27 , 2005\nAn American\n{body}", "2005-04-27"),
    ("later", "Kari Nordli (12 May 1931 – 3 June 2011)\n\n{body}", None),
    (
        "later",
        "COUNCIL DECISION (CFSP) 2026/214 of 12 May 2026 concerning restrictive measures\n\n{body}",
        "2026-05-12",
    ),
    (
        "later",
        "REGULATION (EU) 2026/214 OF THE EUROPEAN PARLIAMENT AND OF THE "
        "COUNCIL\nof 12 May 2026\non border patrols\n\n{body}",
        "2026-05-12",
    ),
    (
        "later",
        "Letter dated 12 May 2026 from the Permanent Representative of Norway\n\n{body}",
        "2026-05-12",
    ),
    ("later", "Minutes of the meeting of 12 May 2026\n\n{body}", None),
    ("later", "Oslo Summit\n12 May 2026\nPresident Nordli speaks\n\n{body}", "2026-05-12"),
    ("later", "Norway to host summit on 12 May 2026\n\nOslo, 3 March 2026 – {body}", "2026-03-03"),
    (
        "later",
        "{title}\n\n{body}\nMore on this story\nFinland votes\n12 May 2026\n"
        "Norway votes\n13 May 2026",
        None,
    ),
    (
        "later",
        "{title}\nBy Anna Berg, Oslo Correspondent\nMay 12, 2026 at 5:00 a.m. EDT\n4 min\n\n{body}",
        "2026-05-12",
    ),
    ("later", "Anna Berg\n12 May 2026 08:14 CEST\nSave\n{body}", "2026-05-12"),
    ("later", "Today's date is 12 May 2026.\n{body}", None),
    ("later", "Statement by the Prime Minister, 12 May 2026\n\n{body}", "2026-05-12"),
    (
        "later",
        "Speech by Minister Nordli at the Oslo Security Conference, 12 May 2026\n\n{body}",
        "2026-05-12",
    ),
    ("later", "12 May 2026: Norway and Finland sign\n\n{body}", None),
    (
        "later",
        "Q&A: what the treaty says\nUpdated: 12:05, 12 May 2026. First published 10 May.\n{body}",
        "2026-05-12",
    ),
    ("later", "Tuesday 12 May 2026 – live\n14:05 Brent slips\n{body}", "2026-05-12"),
    ("later", "Brussels, 12.5.2026\nSWD(2026) 99 final\n{body}", "2026-05-12"),
    (
        "later",
        "General Assembly\nSeventy-ninth session\n12 May 2026\nAgenda item 14\n{body}",
        "2026-05-12",
    ),
    ("later", "Oslo, den 12 May 2026\n{body}", "2026-05-12"),
    ("later", "MFA of Estonia\n12.05.2026 - 14:10\n{body}", "2026-05-12"),
    (
        "later",
        "Text of the treaty\n{body}\n"
        "IN WITNESS WHEREOF the undersigned have signed this Agreement.\n"
        "DONE at Oslo, on 12 May 2026, in two originals, in the Norwegian and "
        "Finnish languages, both texts being equally authentic.\n\nFor Norway:\n"
        "Kari Nordli\nFor Finland:\nLars Holm",
        "2026-05-12",
    ),
    (
        "later",
        "Text of the treaty\n{body}\nDone at Oslo this 12th day of May, 2026.",
        "2026-05-12",
    ),
]
