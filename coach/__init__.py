"""A personal coach in the terminal. Everything that is true without a screen."""

__version__ = "0.2.0"
"""As `pyproject.toml` has it: asking what is installed costs 30 ms."""
