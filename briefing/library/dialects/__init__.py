"""The databases that a library can be kept in: SQLite, a file, and PostgreSQL, a server.

Queries are written once, in SQLAlchemy and the few functions of SQLite that they need. What each
database does in its own way stands in a module each: how it is opened, how its one writer waits,
what its errors mean, how its words are searched.
"""
