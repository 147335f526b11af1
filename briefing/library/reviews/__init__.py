"""What people say of the reading: confirmed, corrected, rejected; kept for ever, applied at once.

- decision.py: what a decision is, and what can be corrected
- history.py: what holds of a fact after all decisions on it, and who differs
- anchors.py: which fact a decision is about after another reading
- correcting.py: the rows of a fact as people corrected them
- adding.py: what an added fact holds, and its rows; a quotation's rows with other words
- cutting.py: the words of a quotation, and what of them stands between marks
- words_in.py: where words stand in an article
- fact_rows.py: all rows of a fact out of the library and into it
- holding.py: decisions as they are kept, and what they come to
- splitting.py: mentions that stand for somebody else, and the facts that follow them
- names.py: entities as people corrected and named them, and which are one and the same
- finding.py: which fact of today's reading each decision is about, in the library
- putting_in.py: facts that people added, in the place of what is read there
- applying.py: the library's tables as they stand after all decisions
- reading.py: a fact as it was read, or added, and as it stands
- keeping.py: deciding, taking back
- missed.py: adding what the program missed
- carrying.py: what was decided on an older version of an article, kept for the newer one
- parting.py: splitting an entity
- exchange.py: decisions as a file, out and in
"""
