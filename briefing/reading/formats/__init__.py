"""One module for each format: bytes in, articles as they lie in them out (raw.py)."""
