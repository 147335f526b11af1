"""One lemma a word: verbs that the model takes for nouns, wrong base forms, British spelling."""
