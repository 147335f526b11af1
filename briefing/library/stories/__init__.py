"""Which articles tell one story: near-copies (copies.py) and follow-ups (topics.py), grouped."""
