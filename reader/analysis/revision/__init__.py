"""What a person said laid over an analysis."""
