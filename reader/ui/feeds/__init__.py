"""Feeds on the screen: the drawer, the health screen, and what brings new articles into the list."""
