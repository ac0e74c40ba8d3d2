"""The instrument, its result, and results over time."""
