"""Writing, reading and finding again what was written."""
