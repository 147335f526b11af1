"""Events as bars on a scale: what the timeline on screen and in files is drawn from."""
