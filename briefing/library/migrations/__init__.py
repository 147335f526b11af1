"""The steps from one form of the library's tables to the next, run by Alembic.

Each file in versions/ is one step, both ways. To change the tables: change `briefing.tables` or
`schema.py`, write the next file, name its number in `revisions.HEAD`; a test compares what the
steps make with what the program expects.
"""
