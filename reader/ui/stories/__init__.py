"""Stories: the list of them, one of them told, and the way to and from its articles. Start with ``stories_screen.py``
and ``story_screen.py``."""
