"""What happens before and around the pages: the terminal, the first minutes, the lock."""
