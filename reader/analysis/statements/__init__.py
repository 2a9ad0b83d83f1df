"""Who says what: sources, cues, contents, acts, targets."""
