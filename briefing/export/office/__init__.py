"""What Word and PowerPoint files share: the words in them, and how they are sealed."""
