"""What fetching loads, and when."""

from __future__ import annotations

import subprocess
import sys

from http_server import serve

HEAVY = ("httpx", "rich", "click", "pygments", "keyring", "h2.connection", "brotli", "ssl")


def loaded_after(code: str) -> set[str]:
    """Which of the heavy modules are loaded once ``code`` has run in a fresh Python."""
    script = f"{code}\nimport sys\nprint(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_addresses_and_credentials_need_no_http() -> None:
    code = (
        "from reader.feeds import credentials\n"
        "from reader.feeds.fetching.addresses import split_credentials\n"
        "split_credentials('https://me:pw@example.org/')\n"
        "import reader.ingest.schedule"
    )
    assert loaded_after(code) == set()


def test_a_fetch_without_encryption_reads_no_certificates_and_no_command_line() -> None:
    with serve({"/feed": b"x"}) as server:
        code = (
            "import asyncio, ssl\n"
            "ssl.SSLContext.load_verify_locations = None\n"
            "from reader.domain.fetching import Request\n"
            "from reader.feeds.fetching.fetcher import Fetcher\n"
            "async def main():\n"
            "    async with Fetcher() as fetcher:\n"
            f"        return await fetcher.fetch(Request({server.at('/feed')!r}, typed=True))\n"
            "assert asyncio.run(main()).body == b'x'"
        )
        assert loaded_after(code) <= {"httpx", "h2.connection", "ssl", "brotli"}


def test_httpx_is_whole_for_whoever_imports_it_afterwards() -> None:
    code = "import reader.feeds.fetching.lean_httpx, httpx, httpx._main\nassert callable(httpx._main.main)"
    assert "rich" in loaded_after(code)
