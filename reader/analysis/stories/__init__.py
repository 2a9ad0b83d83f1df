"""Which articles are about one event: what each is about, how like two are, and how they fall into stories."""
