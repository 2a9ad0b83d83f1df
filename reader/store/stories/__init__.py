"""Stories: which articles are about one event, what the user says of them, and what that is made from."""
