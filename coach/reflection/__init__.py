"""Looking back: the week, the month, the quarter, one event; and the signs of life in the practice."""
