"""What the person has chosen."""
