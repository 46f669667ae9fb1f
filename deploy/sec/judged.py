"""What bandit names and somebody looked at: how many there are, and why each is well."""

from collections import Counter
from typing import Any

NAMES_OF_CODE = "woven from names of tables and columns in the code; values are bound"
JUDGED: dict[tuple[str, str], tuple[int, str]] = {
    ("deploy/readonly.py", "B108"): (3, "the empty /tmp of the closed tree itself"),
    ("deploy/results.py", "B314"): (1, "reads the report that our own test run wrote"),
    ("deploy/with_postgres.py", "B108"): (1, "a folder of a random name is made below it"),
    ("gateway/chassis/chassis/changes/act.py", "B608"): (1, NAMES_OF_CODE),
    ("gateway/chassis/chassis/jwks.py", "B310"): (
        1,
        "the address stands in the process's settings",
    ),
    ("gateway/chassis/chassis/migrate.py", "B608"): (1, "the role's name is quoted as a literal"),
    ("gateway/chassis/chassis/subjects/sql.py", "B608"): (1, "a constant pattern"),
    ("gateway/chassis/chassis/tables/package.py", "B314"): (
        1,
        "in a child with limits; DTD refused",
    ),
    ("gateway/chassis/chassis/testing.py", "B608"): (1, "names of tables, in tests"),
    ("services/registry/registry/imports/bulk.py", "B608"): (3, NAMES_OF_CODE),
    ("services/registry/registry/imports/entering.py", "B608"): (1, NAMES_OF_CODE),
    (
        "services/registry/registry/migrations/versions/0032_date_the_ends_of_relations.py",
        "B608",
    ): (4, NAMES_OF_CODE),
    (
        "services/registry/registry/migrations/versions/0010_name_ngos_and_find_them.py",
        "B608",
    ): (1, NAMES_OF_CODE),
    (
        "services/registry/registry/migrations/versions/0030_write_abbreviations_out_in_every_list.py",
        "B608",
    ): (2, NAMES_OF_CODE),
}


def unjudged(results: list[dict[str, Any]]) -> list[str]:
    """Findings that nobody looked at, and judgements whose finding is gone."""
    found = Counter((one["filename"].removeprefix("./"), one["test_id"]) for one in results)
    looked_at = {key: count for key, (count, _) in JUDGED.items()}
    places = {
        (one["filename"].removeprefix("./"), one["test_id"]): f"{one['line_number']}"
        for one in results
    }
    return [
        f"{file}:{places.get((file, kind), '?')}: {kind}, {found[file, kind]} found,"
        f" {looked_at.get((file, kind), 0)} looked at"
        for file, kind in sorted(found.keys() | looked_at.keys())
        if found[file, kind] != looked_at.get((file, kind), 0)
    ]
