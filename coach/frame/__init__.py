"""The frame: the direction, what is given up for it, and the tradeoff said from memory."""
