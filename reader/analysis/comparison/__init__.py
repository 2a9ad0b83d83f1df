"""How statements and figures stand to one another."""
