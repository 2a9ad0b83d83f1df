"""What rules watch for: told in a few words, and kept on a screen."""
