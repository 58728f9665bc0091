"""The store: SQLite, written through migrations, read through the standard library alone."""
