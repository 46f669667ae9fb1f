"""How the reader's child process says no: to the whole file, or to one cell."""


class Refused(Exception):
    """The file is not read; `code` is one of `refusals.REFUSALS`."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Fault(Exception):
    """One cell cannot be taken; `code` is one of `problems.PROBLEMS`."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
