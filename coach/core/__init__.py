"""What everything rests on: moments, ids, texts, records, and what can go wrong. Knows no room"""
