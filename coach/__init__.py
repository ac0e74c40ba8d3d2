"""A personal coach in the terminal. Everything that is true without a screen."""
