"""Keeps the tables in SQLite and answers the pages' questions for a filter."""
