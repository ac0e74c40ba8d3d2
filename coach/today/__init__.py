"""What a person meets in the morning, gathered in one look."""
