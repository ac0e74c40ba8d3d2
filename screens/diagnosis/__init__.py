"""Five questions on a situation."""
