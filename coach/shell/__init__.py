"""What every command shares: its parser, what it sees of the world, questions in plain lines."""
