"""What others were asked and said, beside what one expected."""
