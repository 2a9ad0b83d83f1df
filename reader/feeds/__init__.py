"""The edge: bytes from outside in, drafts out."""
