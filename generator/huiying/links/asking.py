"""Asks an address whether it answers: HEAD, then GET, within limits of time.

In: addresses that begin with http:// or https://. Out: an answer for each. Bodies are not read;
nothing is sent but the address and our name. A proxy of the environment is used as by any program.
"""

import http.client
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal, TypeAlias
from urllib.parse import quote, urlsplit, urlunsplit

from huiying import __version__

State: TypeAlias = Literal[
    "ok", "refused", "gone", "fault", "circle", "insecure", "silent", "unreachable"
]
Ask: TypeAlias = Callable[[str], "Answer"]
LIMIT_S = 15.0
"""For one address and method, redirects included, up to the last header."""
REDIRECTS = 5
AT_ONCE = 8
"""Hosts that are asked at the same time; one host is asked one thing at a time."""
GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Answer:
    """`code` is the HTTP status, 0 where there was none.

    refused: the server does not let programs in; fault: 5xx; circle: redirects without end or to
    something that is no web page; insecure: the certificate does not hold; unreachable: no such
    host, or nobody listens.
    """

    state: State
    code: int = 0

    @property
    def is_told(self) -> bool:
        """Whether somebody answered at all: then there is a network."""
        return self.state not in ("silent", "unreachable")


def ask(url: str) -> Answer:
    """Whether an address answers. What HEAD does not settle, GET does."""
    found = _request("HEAD", url)
    if found.state in ("ok", "gone", "insecure", "unreachable") and found.code not in GONE:
        return found
    return _request("GET", url)


def ask_all(urls: Iterable[str], ask: Ask) -> Mapping[str, Answer]:
    """The answer of each address; addresses of one host one after the other."""
    of_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        of_host[urlsplit(url).netloc].append(url)

    def ask_host(host: str) -> list[tuple[str, Answer]]:
        return [(url, ask(url)) for url in of_host[host]]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(chain.from_iterable(pool.map(ask_host, sorted(of_host))))


def _request(method: str, url: str) -> Answer:
    ends = time.monotonic() + LIMIT_S
    headers = {"User-Agent": f"huiying/{__version__} (link check)", "Accept": "*/*"}
    try:
        request = urllib.request.Request(_ascii(url), headers=headers, method=method)
        with _opener().open(request, timeout=LIMIT_S) as answer:
            # Headers that were still dripping when the connection was cut look complete.
            late = time.monotonic() >= ends
            return Answer("silent") if late else Answer("ok", answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return Answer(_state_of(error.code), error.code)
    except (OSError, http.client.HTTPException, ValueError) as error:
        # A connection that we cut ourselves fails in many ways.
        return Answer("silent") if time.monotonic() >= ends else _failure(error)


def _state_of(code: int) -> State:
    if code in GONE:
        return "gone"
    if 300 <= code < 400:
        return "circle"
    return "fault" if code >= 500 else "refused"


def _failure(error: Exception) -> Answer:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, ssl.SSLError) and not isinstance(reason, TimeoutError):
        return Answer("insecure")
    if isinstance(reason, (TimeoutError, http.client.HTTPException, ConnectionResetError)):
        return Answer("silent")
    return Answer("unreachable")


def _ascii(url: str) -> str:
    """An address as it is sent: other letters in per cent, hosts in punycode, no fragment."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(text, safe="/%:@!$&'()*+,;=~?") for text in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def _opener() -> urllib.request.OpenerDirector:
    """Only the web, and not for ever: neither files nor FTP, whatever a redirect says."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        _Http(),
        _Https(context=ssl.create_default_context()),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


class _Timed(http.client.HTTPConnection):
    """A connection that is cut when its time is over, also where a server drips its headers."""

    def connect(self) -> None:
        self._end = threading.Timer(LIMIT_S, self._cut)
        self._end.daemon = True
        self._end.start()
        super().connect()

    def getresponse(self) -> http.client.HTTPResponse:
        try:
            return super().getresponse()
        finally:
            self._end.cancel()

    def _cut(self) -> None:
        # Read anew: TLS puts another socket in the place of the first.
        if self.sock is not None:
            with suppress(OSError):  # It may be closed by now.
                self.sock.shutdown(socket.SHUT_RDWR)


class _TimedSecure(http.client.HTTPSConnection, _Timed):
    pass


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = REDIRECTS


class _Http(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(_Timed, req)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(_TimedSecure, req, context=self._context)  # type: ignore[attr-defined]
