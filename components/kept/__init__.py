"""Briefings that are kept: the one that is open, its editor, its facts, and the list of all."""
