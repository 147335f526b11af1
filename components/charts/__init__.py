"""Charts: `build_…(frame)` makes a figure and nothing else; the component beside it shows it."""
