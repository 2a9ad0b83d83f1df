"""A real HTTP/1.1 server on 127.0.0.1, in a thread, that can misbehave in every way a test needs.

with serve({"/feed": b"<rss/>", "/gone": Answer(410), "/old": redirect("/feed", 301)}) as server:
    ... server.at("/feed") ... server.count("/feed") ... server.requests[0].headers["user-agent"]
"""

from http_server.answers import Answer, Handler, Received, Route, Wire, in_turn, redirect, validated
from http_server.server import Server, serve

__all__ = ["Answer", "Handler", "Received", "Route", "Server", "Wire", "in_turn", "redirect", "serve", "validated"]
