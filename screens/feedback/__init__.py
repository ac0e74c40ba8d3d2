"""What others were asked and said."""
