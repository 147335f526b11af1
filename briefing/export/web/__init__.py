"""The parts of the HTML file: markup, sections, living drawings, its style and script."""
