"""Accuracy against gold annotations, speed and memory: measured, not tested."""
