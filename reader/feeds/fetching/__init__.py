"""Ask servers for feeds and pages. Start with ``fetcher.py``; nothing else here is for other rooms.

``addresses`` and ``private`` say what may be asked, ``transport`` and ``backend`` carry it, ``chain`` follows redirects
and answers 401, ``body`` takes the answer within limits, ``refusals`` and ``failures`` put what went wrong in words.
"""
