"""Looking back, guided, beside one's own evidence."""
