"""Seasons and the redesign window, from opening one to closing the other."""
