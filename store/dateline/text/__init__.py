"""Text as text: folding, scripts, language, tokens, sentences, quotations, dates, romanisation. No actor, no fact."""
