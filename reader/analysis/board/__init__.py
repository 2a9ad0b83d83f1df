"""An analysis arranged for people."""
