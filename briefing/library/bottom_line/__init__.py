"""The bottom line of an article: which of its sentences say most, and which stand alone."""
