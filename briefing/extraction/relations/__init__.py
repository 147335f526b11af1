"""How countries stand to each other, as the sentences say it: one file a question."""
