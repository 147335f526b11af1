"""Decisions of people: kept, applied, taken back, exchanged."""
