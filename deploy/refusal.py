"""How a command of the house gives up: one sentence for a person, no traceback."""


class Refusal(SystemExit):
    """Ends the command with status 1; the sentence says what is wrong and what to do about it."""
