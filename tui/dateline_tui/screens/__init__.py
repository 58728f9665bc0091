"""The screens: the panes, and what is laid over them."""
