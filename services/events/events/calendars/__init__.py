"""One iCalendar feed per union, for any calendar program."""
