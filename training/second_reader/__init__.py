"""How the second reader was trained; see data/models/second_reader/README.md."""
