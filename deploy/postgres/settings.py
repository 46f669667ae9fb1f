"""How the embedded server is tuned: a laptop that must not lose a committed row."""

KEPT = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "120",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Compiling a query costs more than running it at this size.
    "jit": "off",
    "password_encryption": "scram-sha-256",
    # Said aloud, because these three are what durability means.
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    # A forgotten transaction would hold back every reader of the change feed.
    "idle_in_transaction_session_timeout": "60s",
    "log_min_duration_statement": "1s",
}

# A cluster that lives for one test run may lose everything when the machine does.
THROWN_AWAY = {
    **KEPT,
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "200",
    # It may lie in memory: its log must stay small, and nothing lives long enough to be vacuumed.
    "max_wal_size": "256MB",
    "autovacuum": "off",
}


def arguments(settings: dict[str, str], port: int) -> list[str]:
    pairs = {**settings, "port": str(port)}
    return [part for name, value in pairs.items() for part in ("-c", f"{name}={value}")]
