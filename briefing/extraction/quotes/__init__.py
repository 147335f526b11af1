"""Who said what: marks, cues, contents, speakers and acts, one file a question."""
