"""Certificates for https test servers, good and bad."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme


class Certificates:
    """An authority of its own, which nothing trusts but what reads ``trusted(folder)`` (SSL_CERT_FILE)."""

    def __init__(self) -> None:
        self._authority = trustme.CA()

    def trusted(self, folder: Path) -> str:
        """Writes the authority's certificate and gives its path."""
        path = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(path))
        return str(path)

    def good(self, *hosts: str, http2: bool = False) -> ssl.SSLContext:
        """For these hosts, or for 127.0.0.1 and localhost."""
        return _context(self._authority.issue_cert(*(hosts or ("127.0.0.1", "localhost"))), http2=http2)

    def expired(self) -> ssl.SSLContext:
        """Ran out yesterday."""
        yesterday = datetime.now(UTC) - timedelta(days=1)
        return _context(self._authority.issue_cert("127.0.0.1", "localhost", not_after=yesterday))

    def self_signed(self) -> ssl.SSLContext:
        """Vouched for by itself alone."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority = trustme.CA()
        both = trustme.Blob(authority.private_key_pem.bytes() + authority.cert_pem.bytes())
        with both.tempfile() as path:
            context.load_cert_chain(path)
        return context


def _context(certificate: trustme.LeafCert, *, http2: bool = False) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    context.set_alpn_protocols(["h2", "http/1.1"] if http2 else ["http/1.1"])
    return context
