"""Actors: one person, organisation or country under every spelling and script."""
