"""Sentences for the rules of quotations, written from the grammar: what is read of each.

A line reads "words | speaker"; words between « » are verbatim, "?" marks a quotation whose end is
not settled, and an act other than "says" stands before a colon.
"""

from __future__ import annotations

ENDINGS = {
    "at_attribution": [
        (
            "“The bridge is safe, Mayor Tove Dahl said on Monday. Drivers still avoid it.",
            ["«The bridge is safe,» | Mayor Tove Dahl"],
        ),
        (
            '"Wages must rise, said union leader Jan Holm. Ministers have not answered.',
            ["«Wages must rise,» | union leader Jan Holm"],
        ),
        (
            "“Who would sign this?, asked the envoy. Nobody in the hall spoke.",
            ["asks: «Who would sign this?,» | the envoy"],
        ),
        (
            "«We have waited long enough, the president told reporters. The talks go on in May.",
            ["«We have waited long enough,» | the president"],
        ),
        (
            "“It was dark. We heard three shots, a witness recalled. Police came at noon.\n\n"
            "“We are sorry,” the general said.",
            [
                "«It was dark. We heard three shots,» | a witness",
                "«We are sorry,» | the general",
            ],
        ),
    ],
    "before_another_attribution": [
        (
            "Mayor Tove Dahl said: “The bridge is safe. Cars may cross it, police said later.",
            ["? The bridge is safe. | Mayor Tove Dahl", "Cars may cross it | police"],
        ),
        (
            'The envoy wrote: "Both sides agreed. Neither army has left, according to a witness, '
            "the agency reported.",
            [
                "? Both sides agreed. | The envoy",
                "Neither army has left, according to a witness | the agency",
            ],
        ),
        (
            "The union warned: “We will strike. Trains will stand still, the operator said.",
            ["warns: ? We will strike. | The union", "Trains will stand still | the operator"],
        ),
        (
            "The king answered: “I shall stay. He will leave in May, his doctor told the paper.",
            ["? I shall stay. | The king", "He will leave in May | his doctor"],
        ),
        (
            "Ms Holm added: “The law is bad. It passed by two votes, the clerk noted.",
            ["? The law is bad. | Ms Holm", "It passed by two votes | the clerk"],
        ),
    ],
    "where_paragraph_opens_anew": [
        (
            "“The bridge is safe.\n\n“It was tested twice,” Mayor Tove Dahl said.",
            ["«The bridge is safe.» … «It was tested twice,» | Mayor Tove Dahl"],
        ),
        (
            'The envoy wrote: "Both sides agreed.\n\n"Neither army has left," he added.',
            ["«Both sides agreed.» | The envoy", "«Neither army has left,» | he"],
        ),
        (
            "“I was there.\n\n“I saw it all.\n\n“I shall not forget it,” the nurse said.",
            ["«I was there.» … «I saw it all.» … «I shall not forget it,» | the nurse"],
        ),
        # Another speaker: the paragraph above may hold words of the article's.
        (
            "Ms Holm said: “The law is bad. It passed by two votes.\n\n“We won,” Mr Lie said.",
            ["? The law is bad. It passed by two votes. | Ms Holm", "«We won,» | Mr Lie"],
        ),
        (
            'The bank said: "Rates stay.\n\n"That is no help," the union replied.',
            ["? Rates stay. | The bank", "«That is no help,» | the union"],
        ),
    ],
    "inside_a_clause": [
        (
            "The critic called the film “a slow and noble failure and left the hall.",
            ["? the film “a slow and noble failure | The critic"],
        ),
        (
            'The "old harbour was closed. The mayor said that it would open.',
            ["that it would open | The mayor"],
        ),
        (
            "She said that the “so-called truce was over.",
            ["? that the “so-called truce was over | She"],
        ),
        ("He never liked the word “progress or its friends.", []),
        (
            "The envoy said the plan was “dead on arrival, and the talks went on.",
            ["? the plan was “dead on arrival, and the talks went on | The envoy"],
        ),
    ],
    "with_first_sentence": [
        (
            "Mayor Tove Dahl said: “The bridge is safe. It opens on Monday.",
            ["? The bridge is safe. | Mayor Tove Dahl"],
        ),
        ("The envoy wrote: “Both sides agreed.", ["? Both sides agreed. | The envoy"]),
        (
            'Jan Holm told the council: "Wages must rise. The council votes in May.',
            ["? Wages must rise. | Jan Holm"],
        ),
        (
            "Asked why, she said: “We had no choice. The hall was full.",
            ["? We had no choice. | she"],
        ),
        ("The king replied: «I shall stay. Crowds cheered.", ["? I shall stay. | The king"]),
    ],
    "with_paragraph": [
        (
            "“The bridge is safe. It opens on Monday.\n\nCars were queuing.",
            ["? The bridge is safe. It opens on Monday. | None"],
        ),
        (
            "Mayor Tove Dahl spoke first.\n\n“The bridge is safe.\n\nCars were queuing.",
            ["? The bridge is safe. | Mayor Tove Dahl"],
        ),
        ('"Both sides agreed to leave.', ["? Both sides agreed to leave. | None"]),
        (
            "«I shall stay as long as I live.\n\nCrowds cheered.",
            ["? I shall stay as long as I live. | None"],
        ),
        (
            "“We came. We saw it.\n\nThe council said that talks would go on.",
            ["? We came. We saw it. | None", "that talks would go on | The council"],
        ),
    ],
    "before_report_of_another": [
        (
            "“The bridge is safe. It was tested. The paper reported that it had cracks.",
            ["? The bridge is safe. It was tested. | None", "that it had cracks | The paper"],
        ),
        (
            '"Both sides agreed. Nobody fired. The army claims that two men died.',
            ["? Both sides agreed. Nobody fired. | None", "that two men died | The army"],
        ),
        (
            "“Wages must rise by half. The bank warned that prices would follow. It did not.",
            ["? Wages must rise by half. | None", "warns: that prices would follow | The bank"],
        ),
        (
            "“I shall stay. You know me. The court ruled that he must go.",
            ["? I shall stay. You know me. | None", "that he must go | The court"],
        ),
        (
            "“We lost. I think that we were tired. The coach says that it was the heat.",
            ["? We lost. I think that we were tired. | None", "that it was the heat | The coach"],
        ),
    ],
}

MARKS = {
    "marks with blanks": [
        ("' The bridge is safe, ' the mayor said.", ["«The bridge is safe,» | the mayor"]),
        ("The mayor said: ' It opens on Monday. '", ["«It opens on Monday.» | The mayor"]),
        ('" Both sides agreed, " the envoy said.', ["«Both sides agreed,» | the envoy"]),
        (
            "' We go now, ' the king said. ' We shall come back. '",
            ["«We go now,» … «We shall come back.» | the king"],
        ),
        ("“ Rates stay, ” the bank said.", ["«Rates stay,» | the bank"]),
    ],
    "graves": [
        ("`The bridge is safe,' the mayor said.", ["«The bridge is safe,» | the mayor"]),
        ("``Both sides agreed,'' the envoy said.", ["«Both sides agreed,» | the envoy"]),
        (
            "`Come in,' she said. ``Sit down with us.''",
            ["«Come in,» … «Sit down with us.» | she"],
        ),
        ("``He said `no' to me,'' the envoy said.", ["«He said `no' to me,» | the envoy"]),
        (
            "`Rates stay,' the bank said, `as they are.'",
            ["«Rates stay,» … «as they are.» | the bank"],
        ),
    ],
    "single marks beside double ones": [
        (
            "'The bridge is safe,' the mayor said. \"It opens soon,\" he added.",
            ["«The bridge is safe,» | the mayor", "«It opens soon,» | he"],
        ),
        (
            "“We go,” the king 'said', “when we like.”",
            ["«We go,» … «when we like.» | the king"],
        ),
        (
            "“We go,” the king said. ‘He will not,’ the queen replied.",
            ["«We go,» | the king", "«He will not,» | the queen"],
        ),
        ("“We go,” the king said of the ‘New Road’ on Monday.", ["«We go,» | the king"]),
        (
            "‘A day of joy.’\n\n“We go,” the king said.",
            ["«We go,» | the king"],
        ),
    ],
    "apostrophes": [
        (
            "The miners' chief said 'We can't pay the drivers' union' on Monday.",
            ["«We can't pay the drivers' union» … on Monday | The miners' chief"],
        ),
        (
            "'It is the kids' school,' the teacher said.",
            ["«It is the kids' school,» | the teacher"],
        ),
        ("‘We don’t know,’ the envoy said.", ["«We don’t know,» | the envoy"]),
        ("The '90s were good, the mayor said.", ["The '90s were good | the mayor"]),
        ("The boys' school is shut. The girls' school is open.", []),
    ],
    "inches": [
        ('"The pipe is 12" wide," the engineer said.', ['«The pipe is 12" wide,» | the engineer']),
        ('The pipe is 12" wide, the engineer said.', ['The pipe is 12" wide | the engineer']),
        (
            '"It was in 1912," she said. "It was 5\' 10" tall."',
            ["«It was in 1912,» … «It was 5' 10\" tall.» | she"],
        ),
        ('He is 5\' 10" tall. "I am tall," he said.', ["«I am tall,» | he"]),
        (
            'The screen is 32" and the mayor said that it was dear.',
            ["that it was dear | the mayor"],
        ),
    ],
    "lost commas": [
        (
            '"We have a fine ship" she told the mayor. "Come and see."',
            ["«We have a fine ship» … «Come and see.» | she"],
        ),
        ("“It is over” he said.", ["«It is over» | he"]),
        ("“Bring the map” they shouted.", ["«Bring the map» | they"]),
        ("“The law is bad” Ms Holm said.", ["«The law is bad» | Ms Holm"]),
        ("“The Law” he knew well.", []),
    ],
    "dashes without blanks": [
        ('"We shall stay"--said the king.', ["«We shall stay» | the king"]),
        ("“We shall stay”—the king said so himself.", ["«We shall stay» | the king"]),
        ("—Come in, the mayor said.", ["Come in | the mayor"]),
        ("– The road is shut, Jan Holm said.", ["The road is shut | Jan Holm"]),
        ('"Rates stay,"--wrote the bank.', ["«Rates stay,» | the bank"]),
    ],
}

SPEAKERS = {
    "signed_behind": [
        (
            "“Peace is near.” — Foreign Minister Ada Lind",
            ["«Peace is near.» | Foreign Minister Ada Lind"],
        ),
        (
            '"The court has ruled." - Judge Omar Sy, in Dakar',
            ["«The court has ruled.» | Judge Omar Sy"],
        ),
        (
            "“A dark day for us all.” – the bishops of Malta",
            ["«A dark day for us all.» | the bishops of Malta"],
        ),
        (
            "«The strike goes on.» – union leader Jan Holm",
            ["«The strike goes on.» | union leader Jan Holm"],
        ),
        ("“The strike goes on.” – That was all he said.", ["«The strike goes on.» | None"]),
    ],
    "signed_below": [
        (
            "“Peace is near.”\n— Ada Lind, foreign minister",
            ["«Peace is near.» | Ada Lind, foreign minister"],
        ),
        ('"The court has ruled."\n\n- Judge Omar Sy', ["«The court has ruled.» | Judge Omar Sy"]),
        (
            "“A dark day for us all.”\n– the bishops of Malta",
            ["«A dark day for us all.» | the bishops of Malta"],
        ),
        (
            "“Peace is near.”\n— Ada Lind\n\n“It is far.”\n— Omar Sy",
            ["«Peace is near.» | Ada Lind", "«It is far.» | Omar Sy"],
        ),
        ("“Peace is very near.”\n– It was a cold day in Oslo.", ["«Peace is very near.» | None"]),
    ],
    "announced_above": [
        (
            "From Prime Minister Ada Lind:\n\n“Peace is near.”",
            ["«Peace is near.» | Prime Minister Ada Lind"],
        ),
        (
            'And from Judge Omar Sy:\n\n"The court has ruled."',
            ["«The court has ruled.» | Judge Omar Sy"],
        ),
        (
            "From the bishops of Malta:\n\n“A dark day for us all.”",
            ["«A dark day for us all.» | the bishops of Malta"],
        ),
        (
            "Now from Jan Holm, the union leader:\n\n“We strike.”",
            ["«We strike.» | Jan Holm, the union leader"],
        ),
        ("From bad to worse:\n\n“The bridge is safe now.”", ["«The bridge is safe now.» | None"]),
    ],
    "named_before_colon": [
        (
            "On the border, Prime Minister Ada Lind: “We keep it shut.”",
            ["«We keep it shut.» | Prime Minister Ada Lind"],
        ),
        (
            "Pressed again, Omar Sy: “I have nothing to add.”",
            ["«I have nothing to add.» | Omar Sy"],
        ),
        ("Asked who would pay, Jan Holm: “You will.”", ["«You will.» | Jan Holm"]),
        ("Ada Lind, smiling: “We keep it shut.”", ["«We keep it shut.» | Ada Lind"]),
        ("Asked about it, Ada Lind said: “We keep it shut.”", ["«We keep it shut.» | Ada Lind"]),
    ],
    "question_and_answer": [
        (
            "“Yes, of course,” Ada Lind said. “Will you go to Rome?” “I never fly.”",
            ["«Yes, of course,» | Ada Lind", "«Will you go to Rome?» | None"],
        ),
        (
            "“Is it over?” “It is not over,” Omar Sy said.",
            ["«It is not over,» | Omar Sy"],
        ),
        (
            "Jan Holm laughed. “Who told you such a thing?” “Everybody says so here.”",
            [
                "«Who told you such a thing?» | None",
                "«Everybody says so here.» | None",
            ],
        ),
        (
            "“Do you agree?” Ada Lind asked. “I do not agree.”",
            ["asks: «Do you agree?» … «I do not agree.» | Ada Lind"],
        ),
        (
            "“Is it over?” Ada Lind asked. “Or has it begun?”",
            ["asks: «Is it over?» … «Or has it begun?» | Ada Lind"],
        ),
    ],
    "turn": [
        ("Q: Do you agree?\n\nA: I do not.", ["Do you agree? | None", "I do not. | None"]),
        (
            "QUESTION: Who will pay for it?\n\nANSWER: The town will.",
            ["Who will pay for it? | None", "The town will. | None"],
        ),
        ("Q: And you?\n\nA: Never.", ["And you? | None", "Never. | None"]),
        (
            "LIND: We never agreed to it.\n\nDAHL: You did agree to it.",
            ["We never agreed to it. | LIND", "You did agree to it. | DAHL"],
        ),
        ("A: No", ["No | None"]),
    ],
    "maker_before": [
        (
            "Rome laughed at Greek claims that it had sold the ship.",
            ["that it had sold the ship | Greek"],
        ),
        (
            "The bank ignored US warnings that prices would fall.",
            ["warns: that prices would fall | US"],
        ),
        (
            "Malta answered Libyan allegations that it had held a crew.",
            ["that it had held a crew | Libyan"],
        ),
        ("The court heard police claims that he had fled.", ["that he had fled | police"]),
        (
            "Peru dismissed Chilean suggestions that it would pay.",
            ["denies: Chilean suggestions that it would pay | Peru"],
        ),
    ],
    "without_maker": [
        ("Ada Lind poured scorn on claims that the bridge was shut.", []),
        ("The union was stung by suggestions that it had lied.", []),
        ("Despite promises that the road would open, it is shut.", []),
        ("Jan Holm resigned over allegations that he had lied.", []),
        (
            "Ada Lind made the claim that the bridge was shut.",
            ["that the bridge was shut | Ada Lind"],
        ),
    ],
    "behind_break": [
        (
            "It was a long night in Valletta: ministers said that the law had passed.",
            ["that the law had passed | ministers"],
        ),
        (
            "Valletta, 3 May (Wire) – Ministers said that the law had passed.",
            ["that the law had passed | Ministers"],
        ),
        (
            "DAKAR, Senegal, March 3, 2025 (Wire) -- Judge Omar Sy said the court had ruled.",
            ["the court had ruled | Judge Omar Sy"],
        ),
        (
            "The bad news for Rome: the court ruled that it must pay.",
            ["that it must pay | the court"],
        ),
        ("LIMA — The road is shut, police said.", ["The road is shut | police"]),
    ],
    "teller_of_participle": [
        (
            "Rome laughed at Greek claims that spies bribed the crew, calling them absurd.",
            ["that spies bribed the crew | Greek", "them absurd | Rome"],
        ),
        (
            "Ada Lind said rebels fired on the bus, calling it a crime.",
            ["rebels fired on the bus | Ada Lind", "it a crime | Ada Lind"],
        ),
        (
            "The bank said its clerk had lied, adding that he had left.",
            ["its clerk had lied | The bank", "that he had left | The bank"],
        ),
        (
            "Ada Lind said Omar Sy had told her so, calling it a joke.",
            ["Omar Sy had told her so | Ada Lind", "it a joke | Omar Sy"],
        ),
        (
            "Police said two men drowned on Friday, warning that the ice was thin.",
            ["two men drowned on Friday | Police", "warns: that the ice was thin | Police"],
        ),
    ],
    "whose deed stands behind for": [
        (
            "The court praised the nurse for saying that the ward was full.",
            ["praises: the nurse | The court", "that the ward was full | the nurse"],
        ),
        (
            "Rome thanked Ada Lind for saying that the pact would hold.",
            ["that the pact would hold | Ada Lind"],
        ),
        (
            "The mayor sued the paper for claiming that he had fled.",
            ["that he had fled | the paper"],
        ),
        (
            "Ada Lind was praised for saying that the pact would hold.",
            ["that the pact would hold | Ada Lind"],
        ),
        (
            "Ada Lind apologised for saying that the pact was dead.",
            ["that the pact was dead | Ada Lind"],
        ),
    ],
}

UNSAID = {
    "said_by_nobody": [
        ("Nobody told the crew that the ice was thin.", []),
        ("No minister has said that the pact is dead.", []),
        ("None of them admitted that the law was bad.", []),
        ("No one in Rome said “we will pay”.", []),
        ("Not one minister said that the pact is dead.", []),
    ],
    "owed": [
        ("The mayor should say that the bridge is shut.", []),
        ("Rome ought to warn Malta that the ice is thin.", []),
        ("The bank must admit that it lied.", []),
        ("The bank needs to admit that it lied.", []),
        ("I must admit that the bank lied.", ["confirms: that the bank lied | I"]),
    ],
    "supposed_by_order": [
        ("Had the crew told us that the ice was thin, we would have stayed.", []),
        ("Should Rome say that the pact is dead, we shall go.", []),
        ("Had Ada Lind warned that the bank lied, it would have closed.", []),
        ("The crew had told us that the ice was thin.", ["that the ice was thin | The crew"]),
        ("Had the crew told you that the ice was thin?", ["that the ice was thin | the crew"]),
    ],
    "not_done": [
        ("Rome has not condemned the raid on the port.", []),
        ("The union did not threaten to strike.", []),
        ("Ada Lind refused to condemn the raid on the port.", []),
        ("The mayor has never praised the old bridge.", []),
        (
            "Rome would not say that the pact is dead.",
            ["declines-to-comment: that the pact is dead | Rome"],
        ),
    ],
}

EDGES = {
    "other_half": [
        (
            "The court said that the letter is not a threat, but a plea, and that it is closed.",
            ["that the letter is not a threat, but a plea, and that it is closed | The court"],
        ),
        (
            "Ada Lind said the pact was not dead, but asleep.",
            ["the pact was not dead, but asleep | Ada Lind"],
        ),
        (
            "The bank said it had no debts, but claims on others.",
            ["it had no debts, but claims on others | The bank"],
        ),
        (
            "Police said the man was not armed, but drunk.",
            ["the man was not armed, but drunk | Police"],
        ),
        (
            "Ada Lind promised not just a road, but a bridge.",
            ["promises: not just a road, but a bridge | Ada Lind"],
        ),
    ],
    "verdict_with_in": [
        (
            "Ada Lind said the road would close, in a sign of the panic that gripped the town.",
            ["the road would close | Ada Lind"],
        ),
        (
            "Rome and Malta agreed to share the gas, in a deal that surprised the markets.",
            ["to share the gas | Rome and Malta"],
        ),
        (
            "The bank vowed to cut its rates, in a move that pleased the unions.",
            ["promises: to cut its rates | The bank"],
        ),
        (
            "The bank vowed to cut its rates in a month that suits it.",
            ["promises: to cut its rates in a month that suits it | The bank"],
        ),
        (
            "Ada Lind said the road would close in a week.",
            ["the road would close in a week | Ada Lind"],
        ),
    ],
    "before_attribution_around": [
        (
            "The nurse told us we “must not drink it” but we will, Mayor Tove Dahl said.",
            ["The nurse told us we … «must not drink it» … but we will | Mayor Tove Dahl"],
        ),
        (
            "My doctor says I should rest, the king said.",
            ["My doctor says I should rest | the king"],
        ),
        (
            "The bank told them that it was over, the union said.",
            ["The bank told them that it was over | the union"],
        ),
        (
            "His aides say he sleeps well, the paper reported.",
            ["His aides say he sleeps well | the paper"],
        ),
        (
            "The union said the bank had told them that it was over.",
            ["the bank had told them that it was over | The union"],
        ),
    ],
    "sentence behind an abbreviation": [
        (
            "The bank said it has no ports in the U.S. It has two in Peru.",
            ["it has no ports in the U.S. | The bank"],
        ),
        (
            "Ada Lind said the plane was built in the U.K. The crew was tired.",
            ["the plane was built in the U.K. | Ada Lind"],
        ),
        (
            "The king said he would sail at 6 p.m. His crew sailed at noon.",
            ["he would sail at 6 p.m. | The king"],
        ),
        ("The bank said it trusts the U.S. Treasury.", ["it trusts the U.S. Treasury | The bank"]),
        (
            "The bank said it has ports in the U.S. and in Peru.",
            ["it has ports in the U.S. and in Peru | The bank"],
        ),
    ],
    "a next deed in the tense of the first": [
        (
            "Rome denies that Greece sold the ship, and has called it “absurd”.",
            ["denies: that Greece sold the ship | Rome", "it … «absurd» | Rome"],
        ),
        (
            "The bank says the clerk lied and has asked the police to act.",
            ["the clerk lied | The bank", "asks: to act | The bank"],
        ),
        (
            "Ada Lind insists that rebels fired first, and has vowed to stay.",
            ["that rebels fired first | Ada Lind", "promises: to stay | Ada Lind"],
        ),
        (
            "Police report that the man fled and have warned the town.",
            ["that the man fled | Police"],
        ),
        ("The bank said the clerk lied and had fled.", ["the clerk lied and had fled | The bank"]),
    ],
    "according to in the middle": [
        (
            "The road, according to police, is shut, and drivers are angry.",
            ["The road … is shut | police"],
        ),
        (
            "The law, according to the court, is void, but the king signed it.",
            ["The law … is void | the court"],
        ),
        (
            "The ship, according to the owner, sank on Monday.",
            ["The ship … sank on Monday | the owner"],
        ),
        (
            "The ship, according to the owner, sank and lies off Malta.",
            ["The ship … sank and lies off Malta | the owner"],
        ),
        ("According to police, the road is shut.", ["the road is shut | police"]),
    ],
    "datelines": [
        (
            "VALLETTA, 3 May 2025 (Wire) – The road is shut, police said.",
            ["The road is shut | police"],
        ),
        (
            "Dakar (APS) – The court has ruled, Judge Omar Sy said.",
            ["The court has ruled | Judge Omar Sy"],
        ),
        ("Port Louis, March 3 — The ship sank, its owner said.", ["The ship sank | its owner"]),
        ("NEW DELHI, India -- The law is void, the court said.", ["The law is void | the court"]),
        (
            "The road – the only one – is shut, police said.",
            ["The road – the only one – is shut | police"],
        ),
    ],
    "words in the paragraph of their cue": [
        ("What Ada Lind said\nThe pact would hold for years.", []),
        ("Read more: What Ada Lind told the paper:\nThe pact would hold.", []),
        ("The bank warned\n\nPrices would fall in May.", []),
        (
            "The bank said the price of wheat, which had been high for half of the\nyear, fell.",
            ["the price of wheat, which had been high for half of the\nyear, fell | The bank"],
        ),
        ("Ada Lind said:\n\n“The pact holds.”", ["«The pact holds.» | Ada Lind"]),
    ],
    "said_next": [
        (
            "Ada Lind declared it “a day of peace” and said it had come late.",
            ["it … «a day of peace» | Ada Lind", "it had come late | Ada Lind"],
        ),
        (
            "The bank called the law “a gift to thieves” and warned that it would sue.",
            ["the law … «a gift to thieves» | The bank", "warns: that it would sue | The bank"],
        ),
        (
            "Omar Sy said it was “the right verdict” and added that it was final.",
            ["it was … «the right verdict» | Omar Sy", "that it was final | Omar Sy"],
        ),
        (
            "The king called it “his last voyage” and said he was ill.",
            ["it … «his last voyage» | The king", "he was ill | The king"],
        ),
        (
            "Ada Lind said that it was late and that it would rain.",
            ["that it was late and that it would rain | Ada Lind"],
        ),
    ],
    "what is no statement is not denied": [
        (
            "The party rejected the old creed of its founders.",
            ["condemns: the old creed of its founders | The party"],
        ),
        (
            "Omar Sy dismissed the town as being “a heap of stones”.",
            ["condemns: the town as being … «a heap of stones» | Omar Sy"],
        ),
        (
            "Rome rejected the claim that it had sold the ship.",
            ["denies: the claim that it had sold the ship | Rome"],
        ),
        ("Ada Lind denied the charge of theft.", ["denies: the charge of theft | Ada Lind"]),
        (
            "The bank dismissed the report as nonsense.",
            ["denies: the report as nonsense | The bank"],
        ),
    ],
    "who is recalled is no words": [
        ("Chad recalled its envoys from Paris.", []),
        ("The king announced his doctor to the guests.", []),
        ("Ada Lind recalled the long war of her youth.", ["the long war of her youth | Ada Lind"]),
        ("The bank announced the sale of its ports.", ["the sale of its ports | The bank"]),
        (
            "The mayor praised the nurse of the ward.",
            ["praises: the nurse of the ward | The mayor"],
        ),
    ],
}

TABLES = {**ENDINGS, **MARKS, **SPEAKERS, **UNSAID, **EDGES}
