"""Parley: a terminal news reader that shows who says what."""

import os

__version__ = "0.1.0"

# Read by numpy when it is first imported. The products of a sentence are too small to share between threads: they would
# wait for one another, and for whatever else the machine does, longer than they compute.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
