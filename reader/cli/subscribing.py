"""``parley subscribe``: take up feeds, or the feeds of pages."""

from __future__ import annotations

import click

from reader.cli.feed_suggestions import suggest_folders
from reader.cli.passwords import given, password_option, user_option
from reader.cli.session import Session, pass_session
from reader.domain.feed import FullText

full_text_choice = click.Choice([str(when) for when in FullText])


@click.command("subscribe")
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@click.option("--name", metavar="NAME", help="What to call the feed [default: as it calls itself].")
@click.option("--folder", metavar="A/B", shell_complete=suggest_folders, help="Its folder, made where it is missing.")
@click.option("--choose", type=click.IntRange(min=1), metavar="N", help="Of a page with several feeds, the Nth.")
@click.option("--all", "every", is_flag=True, help="Of a page with several feeds, all of them.")
@click.option("--full-text", type=full_text_choice, help="Take whole articles from their pages: never, where short.")
@click.option("--insecure", is_flag=True, help="Accept a certificate nobody vouches for, for this feed alone.")
@user_option
@password_option
@pass_session
def command(
    session: Session,
    addresses: tuple[str, ...],
    name: str | None,
    folder: str | None,
    choose: int | None,
    every: bool,
    full_text: str | None,
    insecure: bool,
    user: str | None,
    password_stdin: bool,
) -> int:
    """Subscribe to feeds: by the address of a feed, or of a site or page whose feed is looked for.

    What a feed has is stored at once. A feed that cannot be had just now is subscribed to all the same and asked again
    later. Exit code 1 where an address could not be subscribed to or had; the others are done.

    \b
    Examples:
      parley subscribe https://www.lemonde.fr/rss/une.xml
      parley subscribe lemonde.fr bbc.co.uk/news --folder News
      parley subscribe example.org --choose 2 --name "Example, in French"
      parley subscribe https://example.org/private.xml --user ann
    """
    if name is not None and (len(addresses) > 1 or every):
        raise click.UsageError("--name goes with one address only, and not with --all.")
    if choose is not None and every:
        raise click.UsageError("--choose and --all cannot be used together.")
    from reader.cli.at_work import at_work
    from reader.cli.subscription_work import SubscriptionWork, Wanted

    wanted = Wanted(
        name=name,
        folder=folder,
        insecure=insecure,
        choose=choose,
        every=every,
        full_text=FullText(full_text) if full_text else None,
        credentials=given(user, password_stdin),
    )
    return at_work(session, lambda library, refresher: SubscriptionWork(library, refresher, wanted).run(addresses))
