"""Where records live. The only package that knows TinyDB, files, locks and encryption."""
