"""Interim by the founder so that others can run: the owner of this module replaces it whole."""

import unicodedata


def fold(text: str) -> str:
    t = unicodedata.normalize("NFD", text.lower())
    return " ".join("".join(c for c in t if not unicodedata.combining(c)).replace("đ", "d").split())


def sort_key(text: str) -> str:
    return fold(text)


def like_pattern(q: str) -> str:
    f = fold(q)
    for c in "\\%_":
        f = f.replace(c, "\\" + c)
    return f"%{f}%"


VN_FOLD_SQL = """CREATE OR REPLACE FUNCTION vn_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
 SELECT pg_catalog.translate(pg_catalog.regexp_replace(pg_catalog.normalize(pg_catalog.lower($1),'NFD'),
        U&'[\\0300-\\036f]','','g'),'đ','d') $$"""
