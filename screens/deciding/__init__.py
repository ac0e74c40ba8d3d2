"""Deciding: the place, its pages and sheets."""
