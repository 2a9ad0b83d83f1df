"""What leaves the screen."""

from __future__ import annotations

import pytest
from reading import FERRY, ferry_analysis

from reader.ui.verbatim import quoted, web_address


@pytest.mark.parametrize("url", ["https://example.org/a?b=1", "http://example.org"])
def test_web_addresses_may_go_to_the_browser(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url", [None, "", "file:///etc/passwd", "javascript:alert(1)", "https:", "ftp://example.org", "https://[", "-x"]
)
def test_nothing_else_may(url: str | None) -> None:
    assert web_address(url) is None


def test_a_statement_is_copied_word_for_word() -> None:
    quotation = ferry_analysis().statements[2]
    assert quoted(FERRY, quotation) == "“We have lost 3 boats of our own,”"
