"""The dashboard of dateline: three panes (actors, facts, source article) over one store."""
