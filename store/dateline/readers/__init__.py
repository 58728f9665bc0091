"""Readers: a file, a folder or standard input becomes Article values."""
