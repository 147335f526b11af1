"""Where the accounts of one story differ: in a quotation's words, a date, a number, a denial.

Pure functions over plain rows; `queries.accounts` fetches them. A difference that is not there is
worse than one that is missed: in doubt nothing is said.
"""
