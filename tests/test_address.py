"""Fetching a page: public addresses only, checked where the connection is made, within bounds, and as robots.txt allows."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from foedus.errors import BadPage
from foedus.reading.formats import address
from foedus.reading.formats.address import fetch

LOCAL = ("127.0.0.1",)
PAGE = b"<html><body><p>NATO has 30 members.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    """A site of a few pages."""

    agents: list[str] = []  # noqa: RUF012 - what the tests look at

    def do_GET(self) -> None:
        self.agents.append(self.headers["User-Agent"])
        if self.path == "/robots.txt":
            return self.answer(200, b"User-agent: *\nDisallow: /private\n", "text/plain")
        if self.path == "/moved":
            return self.answer(302, b"", "text/html", Location="/page")
        if self.path == "/around":
            return self.answer(302, b"", "text/html", Location="/around")
        if self.path == "/inward":
            return self.answer(302, b"", "text/html", Location="http://10.0.0.1/secret")
        if self.path == "/file":
            return self.answer(302, b"", "text/html", Location="file:///etc/passwd")
        if self.path == "/missing":
            return self.answer(404, b"", "text/html")
        if self.path == "/large":
            return self.answer(200, b"A" * 300_000, "text/html")
        return self.answer(200, PAGE, "text/html; charset=utf-8")

    def answer(self, status: int, content: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_page_is_fetched_under_a_name_that_says_who_reads(site: str) -> None:
    Site.agents.clear()
    fetched = fetch(f"{site}/page", allow=LOCAL)
    assert (fetched.content, fetched.kind, fetched.charset) == (PAGE, "text/html", "utf-8")
    assert all(agent.startswith("foedus/") for agent in Site.agents)


def test_redirects_are_followed(site: str) -> None:
    assert fetch(f"{site}/moved", allow=LOCAL).address == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/private/page", "robots.txt asks programs to stay away"),
        ("/around", "redirects more than 5 times"),
        ("/inward", r"10\.0\.0\.1 is no public address"),
        ("/file", "is no address of a web page"),
        ("/missing", "answered with status 404"),
    ],
)
def test_what_is_not_to_be_read_is_refused_with_a_reason(site: str, path: str, reason: str) -> None:
    with pytest.raises(BadPage, match=reason):
        fetch(site + path, allow=LOCAL)


def test_a_large_page_is_cut_off(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "MAX_BYTES", 200_000)
    with pytest.raises(BadPage, match="too large"):
        fetch(f"{site}/large", allow=LOCAL)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "[::ffff:127.0.0.1]",
        "[fd00::1]",
        "0.0.0.0",
        "224.0.0.1",
        "2130706433",
        "0x7f.1",
    ],
)
def test_addresses_that_are_not_public_are_refused(host: str) -> None:
    with pytest.raises(BadPage, match=r"no public address|cannot be fetched"):
        fetch(f"http://{host}/page")


def test_a_name_that_stands_for_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.1.1", 80)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **named: answers)
    with pytest.raises(BadPage, match=r"192\.168\.1\.1 is no public address"):
        fetch("http://news.example/page")


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch, site: str) -> None:
    port = int(site.rpartition(":")[2])
    calls: list[str] = []

    def resolve(host: str, *args: object, **named: object) -> list[tuple[object, ...]]:
        calls.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(address.socket, "getaddrinfo", resolve)
    fetch(f"http://news.example:{port}/page", allow=LOCAL)
    assert "news.example" in calls
