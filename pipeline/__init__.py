"""Turns news articles into a table of sanction events, people, roles, parties and dates."""
