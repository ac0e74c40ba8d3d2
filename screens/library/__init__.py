"""The library: looked through as one types, and read a card at a time."""
