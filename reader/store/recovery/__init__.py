"""Read what can be read of a damaged library into a new one."""
