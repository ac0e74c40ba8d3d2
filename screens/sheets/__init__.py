"""Modal sheets: one question each, laid over a place."""
