"""Signals: what is noticed about the frame, parked until it is on the table."""
