"""The same library without a screen."""
