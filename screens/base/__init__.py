"""What pages are made of: places, sessions, forms, drafts; and the one thread that reads and writes."""
