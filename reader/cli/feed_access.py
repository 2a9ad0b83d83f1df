"""The commands of ``parley feed`` that say how a feed is reached: proxy, certificate, name and password."""

from __future__ import annotations

import click

from reader.cli.feed_arguments import feed_argument
from reader.cli.output import say
from reader.cli.passwords import asked, given, has_keyboard, password_option, user_option
from reader.cli.session import Session, pass_session
from reader.domain.errors import FeedError

NONE = "none"


@click.command("proxy")
@feed_argument
@click.argument("address", metavar="ADDRESS|none")
@pass_session
def proxy(session: Session, feed: str, address: str) -> None:
    """Reach a feed through a proxy of its own; "none" takes that of the environment again, where there is one.

    \b
    Examples:
      parley feed proxy 12 socks5://127.0.0.1:9050
      parley feed proxy 12 none
    """
    from reader.cli.feed_words import find_feed
    from reader.feeds.fetching.proxies import proxy_server

    wanted = ""
    if address.lower() != NONE:
        server = proxy_server(address)
        if server.user is not None:
            raise FeedError(
                f"The name and password of the proxy {server.address} would be kept in the library, where they do not "
                "belong; give a proxy that asks for them in the variable ALL_PROXY.",
                subject=server.address,
            )
        wanted = server.address
    with session.library() as library:
        found = find_feed(library, feed)
        library.feeds.set_access(found.id, proxy=wanted)
        say(f"{found.shown} is reached through {wanted}" if wanted else f"{found.shown} has no proxy of its own")


@click.command("trust")
@feed_argument
@pass_session
def trust(session: Session, feed: str) -> None:
    """Accept a feed's certificate though nobody vouches for it: only where you know the server.

    \b
    Example:
      parley feed trust https://nas.local/feed.xml
    """
    _set_insecure(session, feed, True)


@click.command("distrust")
@feed_argument
@pass_session
def distrust(session: Session, feed: str) -> None:
    """Ask for a certificate somebody vouches for again.

    \b
    Example:
      parley feed distrust 12
    """
    _set_insecure(session, feed, False)


@click.command("sign-in")
@feed_argument
@user_option
@password_option
@pass_session
def sign_in(session: Session, feed: str, user: str | None, password_stdin: bool) -> None:
    """Keep a name and password for a feed's server: in the system's keyring, else in a file only you may read.

    \b
    Examples:
      parley feed sign-in 12
      pass show feeds/example | parley feed sign-in 12 --user ann --password-stdin
    """
    from reader.cli.feed_words import find_feed
    from reader.feeds.credentials import keep

    pair = given(user, password_stdin)
    with session.library() as library:
        found = find_feed(library, feed)
    if pair is None:
        if not has_keyboard():
            raise click.UsageError("There is no terminal to ask for them; use --user NAME --password-stdin.")
        pair = asked(found.address)
    say(keep(found.address, *pair))
    say(f"Ask for what it has with: parley refresh {found.id}")


@click.command("sign-out")
@feed_argument
@pass_session
def sign_out(session: Session, feed: str) -> None:
    """Forget the name and password for a feed's server.

    \b
    Example:
      parley feed sign-out 12
    """
    from reader.cli.feed_words import find_feed
    from reader.feeds.credentials import forget

    with session.library() as library:
        found = find_feed(library, feed, given_up=True)
    known = forget(found.address)
    say(f"{'forgotten' if known else 'nothing was kept'} for {found.shown}")


def _set_insecure(session: Session, word: str, insecure: bool) -> None:
    from reader.cli.feed_words import find_feed

    with session.library() as library:
        found = find_feed(library, word)
        library.feeds.set_access(found.id, insecure=insecure)
        rule = "any certificate is accepted" if insecure else "its certificate must be vouched for"
        say(f"{found.shown}: {rule}")
