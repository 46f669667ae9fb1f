"""What lists need of a name, written beside it: its place in Vietnamese order, its search text."""

from chassis.fold import fold, sort_key


def derived(name_vi: str, name_en: str | None) -> dict[str, str]:
    """The columns `name_sort` and `search` of a record with these names."""
    return {"name_sort": sort_key(name_vi), "search": fold(f"{name_vi} {name_en or ''}")}
