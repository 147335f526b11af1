"""Who and what is in the text, where, and which country it belongs to.

The component runs first of ours and fills `doc._.entities` and `doc._.mentions`:

    known.py          names that the reference knows: countries, capitals, organisations, weapons
    government.py     a capital as its government, or as the city
    kinds.py          whether a name is a person's, a body's or a thing's
    person_names.py   which words name people
    people.py         one person over the variants of a name, with role and country
    roles.py          the role beside a name
    organisations.py  organisations that the model finds, abbreviations in brackets
    toponyms.py       which names are places, from the evidence of the whole article
    evidence.py       what speaks for a place at one occurrence
    surroundings.py   what stands around a stretch of text
    where.py          which country a place lies in
    namesakes.py      "Paris, Texas"
    places.py         cities, provinces and facilities
    gather.py         all of it together, one entity for the variants of a name
"""
