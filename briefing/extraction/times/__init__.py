"""Time expressions, their values, the article's own date and occasions."""
