"""What leading is about: the frame, and later seasons, signals and reassessment."""
