"""What happened, is going on or will happen, and when: one file a question."""
