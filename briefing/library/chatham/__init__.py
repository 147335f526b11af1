"""The Chatham House Rule: what is said may be used, who said it may not be known.

A speaker under the rule is “a participant”. Articles that name them are read again from a text that
does not, and the tables hold that reading alone: so every page, query, count and file is without
the name, whoever asks. The article as it was lies sealed aside until the rule is lifted. What
staff typed stays as it is, and passes `hidden.py` wherever it leaves the library.

`names.py` finds a name in words, `wording.py` takes it out of an article, `rules.py` keeps who is
under the rule, `sealing.py` puts the articles in one another's place, `deciding.py` is what pages
ask for.
"""
