"""An offer to speak another protocol is passed over, and the request is read whole.

Java's client offers h2c in every request over plain HTTP. httptools then takes the request to end
at its head: its body would be read as the next request, which is lost work for an honest client
and a way to smuggle for another. RFC 9110 (7.8) lets a server ignore the offer; we read such a
request again without it.
"""

from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

OFFER = frozenset({b"upgrade", b"http2-settings", b"connection"})


class NoUpgradeHttp(HttpToolsProtocol):
    """uvicorn's httptools protocol, which here upgrades to nothing."""

    offered = False

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.ws_protocol_class = None  # there are no websockets here

    def data_received(self, data: bytes) -> None:
        self._unset_keepalive_if_required()
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as offer:
            (at,) = offer.args
            self._read_without_it(data[at:])
        except httptools.HttpParserError:
            self.send_400_response("Invalid HTTP request received.")

    def on_headers_complete(self) -> None:
        self.offered = self.parser.should_upgrade()
        if not self.offered:
            super().on_headers_complete()

    def on_message_complete(self) -> None:
        if not self.offered:
            super().on_message_complete()

    def _read_without_it(self, rest: bytes) -> None:
        """The same head without the offer, through a parser as strict as the first."""
        told = [b"close" for name, value in self.headers if _closes(name, value)][:1]
        lines = [
            b"%b %b HTTP/%b" % (self.parser.get_method(), self.url, self._version()),
            *(b"%b: %b" % (name, value) for name, value in self.headers if name not in OFFER),
            *(b"connection: " + word for word in told),
        ]
        self.parser = httptools.HttpRequestParser(self)
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)
        self.data_received(b"\r\n".join(lines) + b"\r\n\r\n" + rest)

    def _version(self) -> bytes:
        return self.parser.get_http_version().encode()


def _closes(name: bytes, value: bytes) -> bool:
    return name == b"connection" and b"close" in value.lower().replace(b" ", b"").split(b",")
