"""What was learned, as it comes back."""
