"""Two ladders, and practising what is next on them."""
