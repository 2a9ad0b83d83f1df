"""From files to articles to analyses: what the screens and the command line share."""
