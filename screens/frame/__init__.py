"""The direction, what is given up for it, and saying the tradeoff from memory."""
