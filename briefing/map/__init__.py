"""The map as shapes and as pictures: what the screen's figure and every file are drawn from."""
