"""Facts for other programs and other people: lines, JSON, CSV, Markdown, citations."""
