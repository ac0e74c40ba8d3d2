"""What the day asks, on one page."""
