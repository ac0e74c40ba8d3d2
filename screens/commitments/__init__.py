"""What is held: how it goes, and what can be done with it."""
