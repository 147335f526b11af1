"""Trains what the program reads with; the program itself needs none of it."""
