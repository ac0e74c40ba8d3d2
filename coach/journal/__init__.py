"""The journal: entries, their days and years, and the questions to write to."""
