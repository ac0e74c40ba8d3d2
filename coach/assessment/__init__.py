"""The self-assessment: twelve signs, eight questions, two scales, each with its uncertainty."""
