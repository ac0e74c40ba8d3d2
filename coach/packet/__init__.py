"""The mentor packet: what goes in, whose names stay out, what a person agreed to, and how it is written."""
