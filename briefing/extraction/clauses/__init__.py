"""Clauses that the parser hangs on the wrong noun."""
