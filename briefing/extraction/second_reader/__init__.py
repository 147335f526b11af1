"""A trained reader beside the grammar rules: what countries do to each other in a sentence."""
