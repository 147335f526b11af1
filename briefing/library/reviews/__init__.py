"""What people say of the reading: confirmed, corrected, rejected; kept for ever, applied at once.

- decision.py: what a decision is, and what can be corrected
- history.py: what holds of a fact after all decisions on it, and who differs
- anchors.py: which fact a decision is about after another reading
- correcting.py: the rows of a fact as people corrected them
- fact_rows.py: all rows of a fact out of the library and into it
- holding.py: decisions as they are kept, and what they come to
- names.py: entities as people corrected them, and which are one and the same
- applying.py: the library's tables as they stand after all decisions
- keeping.py: deciding, taking back, looking up
- exchange.py: decisions as a file, out and in
"""
