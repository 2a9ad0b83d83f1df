"""Subscription lists as OPML. Pure: bytes in, domain out, and back."""
