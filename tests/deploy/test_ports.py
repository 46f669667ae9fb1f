"""A port that was found free is still free for the one it was found for."""

import socket

import pytest

from deploy.ports import kept_ports


def test_whom_a_port_is_kept_for_listens_on_it_and_others_may_not() -> None:
    with kept_ports(2) as (port, other):
        with socket.create_server(("127.0.0.1", port)):  # allows reuse, as uvicorn does
            socket.create_connection(("127.0.0.1", port)).close()
        with socket.socket() as plain, pytest.raises(OSError, match="in use"):
            plain.bind(("127.0.0.1", other))
