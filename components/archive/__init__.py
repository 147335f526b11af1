"""Pieces of the Archive page: the archive that is open, its fields, its list, what is chosen."""
