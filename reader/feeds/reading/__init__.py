"""A feed's bytes to a ``ParsedFeed``: RSS, RDF, Atom and JSON Feed, clean or broken. Start with ``document.py``."""
