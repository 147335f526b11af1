"""A library in a PostgreSQL database, for several programs on several machines at once."""
