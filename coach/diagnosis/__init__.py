"""Five questions on a situation: does it ask for managing or for leading."""
