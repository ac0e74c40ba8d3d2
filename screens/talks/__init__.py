"""Talks with a mentor."""
