"""Two minutes before, and a question or two afterwards."""
