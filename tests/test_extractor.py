"""The optional extractor: a model proposes, the record judges; and whatever an endpoint answers, a page is checked."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from foedus.check import Report, check_page
from foedus.commands.main import main
from foedus.errors import BadInput
from foedus.reading.extractor import Extractor
from foedus.reading.page import from_text
from tests.helpers import TODAY, edition

PUBLISHED = date(2022, 5, 13)
TEXT = "NATO met in Madrid. The roll of NATO, as diplomats count it, runs to 30 capitals. Sweden wants guarantees first."
QUOTE = "The roll of NATO, as diplomats count it, runs to 30 capitals"
GOOD = {"quote": QUOTE, "kind": "member_count", "args": {"alliance": "NATO", "n": 30}}

Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


class Endpoint:
    """A server on this machine that speaks the protocol of chat completions; what it was asked is kept."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []


@contextmanager
def endpoint(answer: Answer) -> Iterator[Endpoint]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found.asked.append((self.path, dict(self.headers), body))
            try:
                answer(self, body)
            except (BrokenPipeError, ConnectionResetError):
                pass

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found = Endpoint(f"http://127.0.0.1:{server.server_port}/v1")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()


def sending(body: bytes, status: int = 200) -> Answer:
    def answer(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def completion(content: object) -> bytes:
    text = content if isinstance(content, str) else json.dumps(content)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


def proposing(*proposals: object) -> Answer:
    return sending(completion({"claims": list(proposals)}))


def checked(answer: Answer, text: str = TEXT, published: date = PUBLISHED) -> Report:
    with endpoint(answer) as server:
        extractor = Extractor(server.address, "model", seconds=1.0)
        return check_page(from_text("page", text), edition(), today=TODAY, published=published, extractor=extractor)


def found(answer: Answer, text: str = TEXT) -> list[tuple[str, str]]:
    return [(finding.claim.kind, finding.quote) for finding in checked(answer, text).findings]


def test_the_phrasings_alone_do_not_find_it() -> None:
    assert check_page(from_text("page", TEXT), edition(), today=TODAY, published=PUBLISHED).findings == ()


def test_a_proposal_is_judged_by_the_record() -> None:
    [finding] = checked(proposing(GOOD)).findings
    assert (finding.wording, str(finding.on_publication), str(finding.today)) == ("NATO has 30 members", "supported", "refuted")
    assert TEXT[finding.start : finding.end] == finding.quote == QUOTE
    assert finding.stale_since == date(2023, 4, 4)


def test_what_the_model_says_of_the_truth_is_not_asked() -> None:
    assert found(proposing(GOOD | {"verdict": "supported", "confidence": 1})) == [("member_count", QUOTE)]


def test_a_finding_has_the_keys_of_every_other() -> None:
    [finding] = checked(proposing(GOOD)).findings
    [other] = check_page(from_text("page", "NATO has 30 members."), edition(), today=TODAY, published=PUBLISHED).findings
    assert finding.json().keys() == other.json().keys()


def test_json_in_a_fence_is_read() -> None:
    assert found(sending(completion("```json\n" + json.dumps({"claims": [GOOD]}) + "\n```"))) == [("member_count", QUOTE)]


@pytest.mark.parametrize(
    "proposal",
    [
        pytest.param(GOOD | {"quote": QUOTE.replace("30", "thirty")}, id="no words of the page"),
        pytest.param(GOOD | {"quote": ""}, id="an empty quote"),
        pytest.param(GOOD | {"quote": "NATO met in Madrid. The roll of NATO"}, id="over two sentences"),
        pytest.param(GOOD | {"quote": "Sweden wants guarantees first"}, id="NATO is not named in that sentence"),
        pytest.param(GOOD | {"args": {"alliance": "NATO", "n": 31}}, id="a number that the sentence lacks"),
        pytest.param(GOOD | {"args": {"alliance": "CSTO", "n": 30}}, id="an alliance that the page does not name"),
        pytest.param(GOOD | {"args": {"alliance": "NATO", "n": "30"}}, id="a number in quotes"),
        pytest.param(GOOD | {"args": {"alliance": "NATO", "n": True}}, id="truth for a number"),
        pytest.param(GOOD | {"args": {"alliance": "NATO", "n": 1e300}}, id="a huge number"),
        pytest.param(GOOD | {"args": {"alliance": "NATO", "n": 30, "mood": "sad"}}, id="an argument that there is not"),
        pytest.param(GOOD | {"args": {"n": 30}}, id="an argument is missing"),
        pytest.param(GOOD | {"args": {"alliance": ["NATO"], "n": 30}}, id="a list for a name"),
        pytest.param(GOOD | {"args": {"alliance": "the moon", "n": 30}}, id="no alliance"),
        pytest.param(GOOD | {"args": {"alliance": "NATO", "n": 30, "hedge": "?"}}, id="no hedge"),
        pytest.param(GOOD | {"kind": "opinion"}, id="no kind"),
        pytest.param(GOOD | {"kind": "../os"}, id="a hostile kind"),
        pytest.param({"quote": QUOTE}, id="keys are missing"),
        pytest.param("NATO", id="no object"),
        pytest.param(None, id="nothing"),
    ],
)
def test_a_proposal_that_does_not_hold_up_is_dropped(proposal: object) -> None:
    assert found(proposing(proposal)) == []
    assert found(proposing(proposal, GOOD)) == [("member_count", QUOTE)]


@pytest.mark.parametrize(
    "text",
    [
        "If the roll of NATO, as diplomats count it, runs to 30 capitals, all is well.",
        "Does the roll of NATO, as diplomats count it, runs to 30 capitals?",
        "In 2004 the roll of NATO, as diplomats count it, runs to 30 capitals.",
    ],
)
def test_words_that_do_not_assert_it_of_now_carry_no_claim(text: str) -> None:
    assert found(proposing(GOOD | {"quote": "the roll of NATO, as diplomats count it, runs to 30 capitals"}), text) == []


def test_where_the_phrasings_found_a_claim_of_its_kind_theirs_stands() -> None:
    text = "NATO has 30 members."
    assert found(proposing(GOOD | {"quote": "NATO has 30 members."}), text) == [("member_count", "NATO has 30 members")]


def test_the_same_proposal_twice_is_one_finding() -> None:
    assert found(proposing(GOOD, GOOD)) == [("member_count", QUOTE)]


def test_a_reported_claim_bears_its_speaker() -> None:
    text = "Jens Stoltenberg said that the roll of NATO, as diplomats count it, runs to 30 capitals."
    [finding] = [
        finding
        for finding in checked(proposing(GOOD | {"quote": "the roll of NATO, as diplomats count it, runs to 30 capitals"}), text).findings
        if finding.claim.kind == "member_count"
    ]
    assert finding.attributed_to == "Jens Stoltenberg"


def slow(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _byte in range(60):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


def gone(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    handler.connection.close()


def endless(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 65536)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        pytest.param(sending(b"<html>"), "no JSON", id="no JSON"),
        pytest.param(sending(b"\xff\xfe\x00"), "no JSON", id="bytes"),
        pytest.param(sending(b"[" * 200_000), "nested too deep", id="nested"),
        pytest.param(sending(b'{"choices": []}'), "with a message", id="no choice"),
        pytest.param(sending(b'{"choices": [{"message": {"content": null}}]}'), "message of text", id="no text"),
        pytest.param(sending(b"null"), "with a message", id="null"),
        pytest.param(sending(completion("I cannot help with that.")), "no JSON", id="prose"),
        pytest.param(sending(completion({"claims": "NATO"})), "a list of claims", id="no list"),
        pytest.param(sending(completion("9" * 10_000)), "no JSON", id="a number of ten thousand digits"),
        pytest.param(sending(completion("[" * 100_000)), "nested too deep", id="nested inside"),
        pytest.param(sending(b"{}", status=401), "status 401", id="not allowed"),
        pytest.param(endless, "longer than 1 MiB", id="endless"),
        pytest.param(slow, "longer than 1 seconds", id="slow"),
        pytest.param(gone, "cannot be reached", id="gone"),
    ],
)
def test_an_answer_that_is_none_is_dropped_with_a_warning(answer: Answer, reason: str, caplog: pytest.LogCaptureFixture) -> None:
    text = "Finland is a member of NATO."
    with caplog.at_level(logging.WARNING):
        assert found(answer, text) == [("membership", "Finland is a member of NATO")]
    [warning] = caplog.messages
    assert warning.startswith("foedus: the extractor's answer on page is dropped: ")
    assert reason in warning


def test_more_proposals_than_a_page_can_hold_are_not_read(caplog: pytest.LogCaptureFixture) -> None:
    assert found(proposing(*[{"quote": "NATO", "kind": "opinion", "args": {}}] * 100, GOOD)) == []
    assert "1 of the extractor's 101 proposals" in caplog.text


def test_an_endpoint_that_keeps_failing_is_left_alone(caplog: pytest.LogCaptureFixture) -> None:
    with endpoint(sending(b"", status=500)) as server:
        extractor = Extractor(server.address, "model")
        for _ in range(5):
            check_page(from_text("page", TEXT), edition(), today=TODAY, published=PUBLISHED, extractor=extractor)
        assert len(server.asked) == 3
    assert "is not asked again" in caplog.text


def test_what_is_sent_is_the_page_the_model_and_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_EXTRACTOR_KEY", "secret")
    with endpoint(proposing()) as server:
        check_page(
            from_text("page", TEXT), edition(), today=TODAY, published=PUBLISHED, extractor=Extractor(server.address + "/", "some-model")
        )
        [(path, headers, body)] = server.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    assert body["model"] == "some-model"
    assert body["messages"][1] == {"role": "user", "content": TEXT + "\n\n"}
    assert "member_count(alliance, n, hedge, of)" in body["messages"][0]["content"]


def test_a_page_that_names_nothing_of_the_record_is_not_sent() -> None:
    with endpoint(proposing()) as server:
        page = from_text("page", "The council met to discuss the budget for roads.")
        check_page(page, edition(), today=TODAY, published=PUBLISHED, extractor=Extractor(server.address, "model"))
        assert server.asked == []


def test_a_long_page_is_sent_in_pieces() -> None:
    with endpoint(proposing()) as server:
        page = from_text("page", "\n\n".join(["The council of NATO met to discuss the budget for roads. " * 20] * 20))
        check_page(page, edition(), today=TODAY, published=PUBLISHED, extractor=Extractor(server.address, "model"))
        assert len(server.asked) == 2
        assert all(len(body["messages"][1]["content"]) <= 13_000 for _, _, body in server.asked)


def asking(server: Endpoint) -> list[str]:
    return ["--extractor", server.address, "--extractor-model", "model"]


def test_it_is_asked_from_the_command_line(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.md").write_text(TEXT)
    with endpoint(proposing(GOOD)) as server:
        main(["check", str(tmp_path / "page.md"), "--published", "2022-05-13", "--format", "json", *asking(server)])
    [finding] = json.loads(capsys.readouterr().out)["findings"]
    assert finding["quote"] == QUOTE


def test_it_is_off_by_default(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.md").write_text(TEXT)
    with endpoint(proposing(GOOD)) as server:
        main(["check", str(tmp_path / "page.md"), "--published", "2022-05-13", "--format", "json"])
        assert server.asked == []
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_an_address_without_a_model_is_refused(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path), "--extractor", "http://localhost:1"]) == 2
    assert "--extractor and --extractor-model go together" in capsys.readouterr().err


def test_a_name_is_no_address() -> None:
    with pytest.raises(BadInput, match="expected the address of an OpenAI-compatible endpoint"):
        Extractor("gpt", "model")
