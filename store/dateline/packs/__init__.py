"""Language packs and shipped knowledge: data that people who do not program can read."""
