"""How long a program waits for others that use the library."""

WAIT = 30
"""Seconds for which a writer waits for another."""
