"""From an Article to the tables, with spaCy; importing this package does not import spaCy."""
