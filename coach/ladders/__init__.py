"""Two ladders of five levels, and practising in rounds."""
