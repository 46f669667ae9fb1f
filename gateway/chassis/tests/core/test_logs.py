"""No value begins a line of the log or moves the terminal, no error repeats what it was given."""

import json
import logging
import logging.config
from collections.abc import Callable, Iterator

import asyncpg
import pytest
from uvicorn.config import LOGGING_CONFIG

from chassis import logs
from chassis.inert import address, places
from chassis.logs import JsonLines, PlainLines

# CR LF and a line of its own, ESC and the C1 form of it, separators, text turned about, DEL, NUL.
MEAN = "một\r\nINFO forged\x1b[2J\x9b31m\u2028\u2029\u202ehai\u2066\x7f\x00\x85"
MOVES = "\r\x1b\x9b\u2028\u2029\u202e\u2066\x7f\x00\x85"
CANARY = "Nguyễn Thị Canary 079123456789"
SECRET_OF_DRIVER = f'duplicate key value violates "x"\nDETAIL:  Key (name)=({CANARY}) exists.'


def record(message: str, error: BaseException | None = None, **fields: object) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord("a.b", logging.INFO, "f", 1, message, None, info)
    made.fields = fields
    return made


def raised(make: Callable[[], BaseException]) -> BaseException:
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as cause:
            raise make() from cause
    except BaseException as error:
        return error


@pytest.mark.parametrize("lines", [JsonLines(), PlainLines()], ids=["json", "plain"])
def test_one_record_is_one_line_that_moves_nothing(lines: logging.Formatter) -> None:
    text = lines.format(record(MEAN, path=MEAN))

    assert "\n" not in text
    assert not [mean for mean in MOVES if mean in text]
    assert "một" in text, "what people write is left readable"


def test_a_program_reads_the_value_back_whole() -> None:
    assert json.loads(JsonLines().format(record("x", path=MEAN)))["path"] == MEAN


@pytest.mark.parametrize(
    "make",
    [
        lambda: ValueError(CANARY),
        lambda: asyncpg.UniqueViolationError(SECRET_OF_DRIVER),
        lambda: BaseExceptionGroup(CANARY, [ValueError(CANARY), OSError(5, CANARY)]),
    ],
)
@pytest.mark.parametrize("lines", [JsonLines(), PlainLines()], ids=["json", "plain"])
def test_an_error_says_its_kind_and_places_and_never_its_values(
    lines: logging.Formatter, make: Callable[[], BaseException]
) -> None:
    error = raised(make)

    text = lines.format(record("unhandled", error))

    assert CANARY not in text
    assert "builtins.KeyError" in text, "what was behind it"
    assert type(error).__qualname__ in text
    assert "test_logs.py" in text
    assert all(line.startswith("    ") for line in text.split("\n")[1:])


def test_an_error_of_the_database_says_which() -> None:
    error = asyncpg.PostgresError.new({"C": "23505", "M": SECRET_OF_DRIVER})

    assert places(error) == "asyncpg.exceptions.UniqueViolationError 23505"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/v1/ngos/0193a1d2-0000-7000-8000-00000000000a/history", None),
        ("/v1/subject-requests", None),
        ("/livez", None),
        ("/v1/ngos/Nguyễn Thị Canary", "/v1/ngos/…"),
        ("/v1/C1234567/0909123456", "/v1/…/…"),
        ("/v1/ngos/a\r\nb", "/v1/ngos/…"),
        ("/v1/lan@example.invalid", "/v1/…"),
        ("/" + "a" * 500, "/…"),
    ],
)
def test_of_an_address_only_words_and_ids_are_kept(path: str, shown: str | None) -> None:
    assert address(path) == (shown or path)


@pytest.fixture
def as_served() -> Iterator[None]:
    """Logging as the server sets it up before our application starts."""
    root, server = logging.getLogger(), logging.getLogger("uvicorn")
    kept = root.handlers[:], root.level, server.handlers[:], server.propagate
    logging.config.dictConfig(LOGGING_CONFIG)
    yield
    root.handlers[:], root.level, server.handlers[:], server.propagate = kept


def test_the_server_says_no_more_of_an_error_than_we_do(
    as_served: None, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("INFO")

    error = raised(lambda: ValueError(CANARY))
    logging.getLogger("uvicorn.error").error("Exception in ASGI application\n", exc_info=error)

    said = capsys.readouterr()
    assert CANARY not in said.out + said.err
    assert json.loads(said.err)["logger"] == "uvicorn.error"
