"""Assessing: signs of over-management and over-leadership, five questions, ladders, feedback."""
