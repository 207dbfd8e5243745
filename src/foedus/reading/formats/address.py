"""Fetching a page by its address, as a stranger's server allows: public addresses only, within bounds, and not where robots.txt says no.

The name of a host is resolved once and the connection goes to an address that was checked, at every redirect anew: a name that answers differently the second
time gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpcore

from foedus.errors import BadPage
from foedus.reading.page import MAX_BYTES

if TYPE_CHECKING:
    import httpx

AGENT = "foedus/0.1 (reads pages against the record of alliances; +https://pypi.org/project/foedus/)"
_SECONDS = 20.0
"""For a whole page, redirects and robots.txt included."""
_REDIRECTS = 5
_ROBOTS_BYTES = 512 * 1024


class Fetched(NamedTuple):
    """What an address answered with: the last address, the bytes, and how they are declared."""

    address: str
    content: bytes
    kind: str
    charset: str | None


def fetch(address: str, *, allow: Iterable[str] = ()) -> Fetched:
    """Fetch a page. *allow* lists addresses of hosts (``127.0.0.1``) that may be reached although they are not public, for tests.

    Raises :class:`~foedus.errors.BadPage` for an address that is not public, is disallowed by robots.txt, answers with an error, or is too large or slow.
    """
    import httpx

    deadline = time.monotonic() + _SECONDS
    transport = httpx.HTTPTransport(trust_env=False, retries=0)
    transport._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=_Checked(frozenset(allow)))
    with httpx.Client(
        transport=transport, headers={"User-Agent": AGENT}, trust_env=False, timeout=_SECONDS, follow_redirects=False
    ) as client:
        robots: dict[str, RobotFileParser] = {}
        for _ in range(_REDIRECTS + 1):
            _require_web(address)
            if not _allowed(client, address, robots, deadline):
                raise BadPage(f"{address} is not read: its robots.txt asks programs to stay away; save the page and check the file")
            status, headers, content = _get(client, address, MAX_BYTES, deadline)
            if status in (301, 302, 303, 307, 308) and headers.get("location"):
                address = urljoin(address, headers["location"])
                continue
            if status != 200:
                raise BadPage(f"{address} answered with status {status}: expected a page (200)")
            kind, _, rest = headers.get("content-type", "").partition(";")
            charset = rest.partition("charset=")[2].strip(" \"'") or None
            return Fetched(address, content, kind.strip().lower(), charset)
    raise BadPage(f"{address} redirects more than {_REDIRECTS} times: expected a page")


def _require_web(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadPage(f"{address} is no address of a web page: expected http:// or https:// and a host")


def _get(client: httpx.Client, address: str, most: int, deadline: float) -> tuple[int, Any, bytes]:
    import httpx

    try:
        with client.stream("GET", address) as answer:
            parts, size = [], 0
            for part in answer.iter_bytes(65536):
                size += len(part)
                if size > most:
                    raise BadPage(f"{address} is too large: more than {most // 1024 // 1024} MB are not read as one page")
                if time.monotonic() > deadline:
                    raise BadPage(f"{address} is too slow: it was not there after {_SECONDS:.0f} seconds")
                parts.append(part)
            return answer.status_code, answer.headers, b"".join(parts)
    except (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, OSError) as error:
        raise BadPage(f"{address} cannot be fetched: {error or type(error).__name__}") from None


def _allowed(client: httpx.Client, address: str, robots: dict[str, RobotFileParser], deadline: float) -> bool:
    """Whether robots.txt lets us read an address; a site that has none, or that does not answer with one, does (RFC 9309)."""
    root = urljoin(address, "/")
    if root not in robots:
        rules = RobotFileParser()
        status, _, content = _get(client, urljoin(root, "robots.txt"), _ROBOTS_BYTES, deadline)
        if status == 200:
            rules.parse(content.decode("utf-8", "replace").splitlines())
        else:
            rules.parse(["User-agent: *", "Disallow: /"] if status >= 500 else [])
        robots[root] = rules
    return robots[root].can_fetch(AGENT, address)


class _Checked(httpcore.NetworkBackend):
    """Connects to public addresses only."""

    def __init__(self, allow: frozenset[str]) -> None:
        self._allow, self._inner = allow, httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: Any = None
    ) -> httpcore.NetworkStream:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(f"the name {host} cannot be resolved ({error.strerror or error})") from None
        # One address that is not public is reason enough to refuse the name.
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        for address in addresses:
            if address not in self._allow and not _public(address):
                raise BadPage(f"{host} is not read: {address} is no public address")
        return self._inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> httpcore.NetworkStream:
        raise BadPage(f"{path} is no address of a web page")

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


def _public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if mapped is not None:
        found = mapped
    return found.is_global and not found.is_multicast
