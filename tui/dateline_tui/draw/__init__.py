"""Pure drawing: what the model says becomes lines of styled text. Nothing here knows a widget or a terminal."""
