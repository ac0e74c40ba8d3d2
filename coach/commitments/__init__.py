"""Commitments: what is held, on which terms, how it goes, and its gates."""
