"""Styles, and later the texts of the coach, as data."""
