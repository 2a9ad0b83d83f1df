"""Stories: placing articles in them, and opening one."""
