"""Reminding: the hour at which the system says a word."""
