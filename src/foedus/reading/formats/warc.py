"""Web archives: the pages of WARC files and the plain texts of WET files, gzipped or not, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from foedus.errors import BadPage
from foedus.reading.formats.raw import Raw
from foedus.reading.page import MAX_BYTES, NOT_ONE_PAGE, Passed, decoded, iso_day

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = ("text/html", "application/xhtml+xml")


def is_warc(head: bytes, name: str) -> bool:
    """Whether a file is a web archive, by its first bytes or, gzipped, by its name."""
    return head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and name.endswith((".warc.gz", ".wet.gz")))


def from_warc(name: str, stream: IO[bytes]) -> Iterator[Raw | Passed]:
    """The pages of an archive. A record that is too large or unreadable is passed over by name; memory holds one record at a time.

    A page that bears no date is taken to be of the day on which it was archived.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        kinds = WarcRecordType.response | WarcRecordType.conversion
        records = iter(ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all", fsspec_args=False))
        while True:
            record = next(records, None)
            if record is None:
                return
            address = record.headers.get("WARC-Target-URI", "") or f"{name}: a record without an address"
            try:
                page = _raw(address, record)
            except BadPage as error:
                yield Passed(address, str(error))
                continue
            if page is not None:
                yield page
    except (OSError, EOFError, ValueError) as error:
        yield Passed(name, f"{name} cannot be read further as a web archive: {error or type(error).__name__}")


def _raw(address: str, record: WarcRecord) -> Raw | None:
    """The page of a record, or ``None`` if it is not prose."""
    if record.is_http:
        kind = (record.http_content_type or "").lower()
        if not (kind in _HTML or kind.startswith("text/plain")) or (record.http_headers and record.http_headers.status_code != 200):
            return None
    else:
        kind = "text/plain"
    content = record.reader.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise BadPage(f"{address} is too large: {NOT_ONE_PAGE}")
    text = decoded(content, record.http_charset if record.is_http else "utf-8")
    if not text.strip():
        return None
    return Raw(address, "html" if kind in _HTML else "text", text, archived=iso_day(record.headers.get("WARC-Date")))
