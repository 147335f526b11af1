"""The version of the program, which every read article carries."""

VERSION = "0.1.0"
