"""What screens and files say: names of things, dates, sources, quotations, in words."""
