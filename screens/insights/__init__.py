"""Pictures of the weeks, what was found in them, and the answer to it."""
