"""Whether something is told as a fact, a claim, a possibility or a denial."""
