"""Parking a signal, and answering it once it is on the table."""
