"""Whom pronouns and descriptions mean: genders, salience, pronouns, descriptions."""
