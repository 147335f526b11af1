"""A trained reader of events: which words of an article tell one, when, and as what."""
