"""Which words of the lists no test notices: each is taken out once, and the tests are run."""
