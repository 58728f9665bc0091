"""The panes of the dashboard: one widget each, drawn line by line, without boxes and scrollbars."""
