"""Packets for a mentor, looked at before they leave."""
