"""Ports that stay ours from the moment they are found until whom they are for listens on them."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def kept_ports(count: int) -> Iterator[list[int]]:
    """So many free ports of 127.0.0.1, given to nobody else for as long as this lasts.

    Each is bound and does not listen. Linux gives such a port neither to an outgoing connection nor
    to a program that asks for any port; one that names it and allows reuse, as uvicorn and this do,
    listens on it all the same.
    """
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        yield [one.getsockname()[1] for one in sockets]
