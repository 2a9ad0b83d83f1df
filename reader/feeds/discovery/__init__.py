"""From what a person has (an address, a page) to the addresses of feeds. Pure: nothing here fetches anything."""
