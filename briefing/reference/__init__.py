"""Loads data/reference: countries, organisations, occasions, verbs. Knows no spaCy."""
