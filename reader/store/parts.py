"""The parts of a library, each imported and made when it is first asked for: the first screen needs only one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.store.open_file import OpenFile

if TYPE_CHECKING:
    from reader.store.annotations import Annotations
    from reader.store.cleanup import Cleanup
    from reader.store.corrections import CorrectionLog
    from reader.store.deeds import Deeds
    from reader.store.drafts import Drafts
    from reader.store.entries import Entries
    from reader.store.feeds import Feeds
    from reader.store.folders import Folders
    from reader.store.listing import Listing
    from reader.store.marking import Marking
    from reader.store.saved_searches import SavedSearches
    from reader.store.search.search import Search
    from reader.store.search.told import Told
    from reader.store.search_index import SearchIndex
    from reader.store.stories.closed_stories import ClosedStories
    from reader.store.stories.placings import Placings
    from reader.store.stories.stories import StoryShelf
    from reader.store.stories.story_texts import StoryTexts
    from reader.store.tags import Tags
    from reader.store.unanalysed import Unanalysed
    from reader.store.unread import Unread
    from reader.store.versions import Versions
    from reader.store.watches import Watches


class Parts(OpenFile):
    """See each part; all share one connection."""

    @cached_property
    def corrections(self) -> CorrectionLog:
        """What its user said of analyses."""
        from reader.store.corrections import CorrectionLog

        return CorrectionLog(self._db, self.path, self.transaction)

    @cached_property
    def deeds(self) -> Deeds:
        """Everything the user did that can be undone."""
        from reader.store.deeds import Deeds

        return Deeds(self._db, self.path, self.transaction, self.corrections)

    @cached_property
    def folders(self) -> Folders:
        """Folders of feeds."""
        from reader.store.folders import Folders

        return Folders(self._db, self.path, self.transaction, self.deeds)

    @cached_property
    def feeds(self) -> Feeds:
        """Its subscriptions."""
        from reader.store.feeds import Feeds

        return Feeds(self._db, self.path, self.transaction, self.deeds, self.folders)

    @cached_property
    def entries(self) -> Entries:
        """What feeds held."""
        from reader.store.entries import Entries

        return Entries(self._db, self.path, self.versions)

    @cached_property
    def versions(self) -> Versions:
        """How articles changed."""
        from reader.store.versions import Versions

        return Versions(self._db, self.path)

    @cached_property
    def annotations(self) -> Annotations:
        """Highlights and notes."""
        from reader.store.annotations import Annotations

        return Annotations(self._db, self.path, self.transaction, self.deeds)

    @cached_property
    def drafts(self) -> Drafts:
        """Notes still being written."""
        from reader.store.drafts import Drafts

        return Drafts(self._db, self.path, self.transaction)

    @cached_property
    def tags(self) -> Tags:
        """Tags."""
        from reader.store.tags import Tags

        return Tags(self._db, self.path, self.transaction, self.deeds)

    @cached_property
    def marking(self) -> Marking:
        """What is done with many articles at once."""
        from reader.store.marking import Marking

        return Marking(self._db, self.path, self.transaction, self.deeds, self.listing)

    @cached_property
    def unread(self) -> Unread:
        """The way from one unread article to the next."""
        from reader.store.unread import Unread

        return Unread(self._db, self.path, self.listing)

    @cached_property
    def searches(self) -> SavedSearches:
        """Searches kept under a name."""
        from reader.store.saved_searches import SavedSearches

        return SavedSearches(self._db, self.path, self.transaction, self.deeds)

    @cached_property
    def stories(self) -> StoryShelf:
        """Stories: articles about one event."""
        from reader.store.stories.stories import StoryShelf

        return StoryShelf(self._db, self.path, self.transaction, self.deeds)

    @cached_property
    def placings(self) -> Placings:
        """What stories are made from."""
        from reader.store.stories.placings import Placings

        return Placings(self._db, self.path, self.transaction)

    @cached_property
    def watches(self) -> Watches:
        """Rules that say what to watch for."""
        from reader.store.watches import Watches

        return Watches(self._db, self.path, self.transaction, self.deeds)

    @cached_property
    def search(self) -> Search:
        """Searching."""
        from reader.store.search.search import Search

        return Search(self._db, self.path)

    @cached_property
    def closed_stories(self) -> ClosedStories:
        """Stories that ended, found by their words."""
        from reader.store.stories.closed_stories import ClosedStories

        return ClosedStories(self._db, self.path)

    @cached_property
    def story_texts(self) -> StoryTexts:
        """Texts of a story with what was found in them."""
        from reader.store.stories.story_texts import StoryTexts

        return StoryTexts(self._db, self.path)

    @cached_property
    def told(self) -> Told:
        """What analyses found, for searching."""
        from reader.store.search.told import Told

        return Told(self._db, self.path, self.transaction)

    @cached_property
    def index(self) -> SearchIndex:
        """The full text."""
        from reader.store.search_index import SearchIndex

        return SearchIndex(self._db, self.path, self.transaction)

    @cached_property
    def unanalysed(self) -> Unanalysed:
        """Articles that wait to be analysed."""
        from reader.store.unanalysed import Unanalysed

        return Unanalysed(self._db, self.path, self.transaction, self.read_only)

    @cached_property
    def cleanup(self) -> Cleanup:
        """Removing the texts of old articles."""
        from reader.store.cleanup import Cleanup

        return Cleanup(self._db, self.path, self.transaction)

    @cached_property
    def listing(self) -> Listing:
        """Lists of articles."""
        from reader.store.listing import Listing

        return Listing(self._db, self.path)
