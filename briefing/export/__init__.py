"""Writes the tables to files, one file a format."""
