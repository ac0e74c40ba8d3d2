"""What happens every day: writing, and later the check-in."""
