"""The database's part of an erasure: it can blank a text, everywhere alike, and never write one.

`redact_changes` alone runs as the owner. The application role still cannot change the log: what it
asks for is replaced by a mark of one fixed form, and recorded in `redactions`.
"""

from typing import Any

from chassis.changes.table import SEQUENCER_SQL

MARK = r"^\(đã xoá [0-9a-f]{8}\)$"
LOG_TEXT = """
CREATE OR REPLACE FUNCTION change_canonical(c changes) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT (jsonb_build_array(c.id,
    to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    c.resource, c.record_id, c.version, c.action, c.operation, c.unit_id, c.actor_id,
    c.actor_kind, c.actor_name, c.acting_as, c.reason, c.request_id, c.after, c.key,
    encode(c.digest, 'hex'))
    || CASE WHEN c.salt IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(c.salt) END
    || CASE WHEN c.address IS NULL THEN '[]'::jsonb
      ELSE jsonb_build_array(jsonb_build_object('address', c.address)) END)::text
$$
"""
# The texts as one pattern, longest first; none of them is found inside a longer word.
PATTERN = """
CREATE OR REPLACE FUNCTION subject_pattern(texts text[]) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT '(?<![[:alnum:]])(?:' || string_agg(
    regexp_replace(t, '([^[:alnum:][:space:]])', '\\\\\\1', 'g'), '|' ORDER BY length(t) DESC)
    || ')(?![[:alnum:]])' FROM unnest(texts) AS t
$$
"""
BLANKS = (
    """
CREATE OR REPLACE FUNCTION blank_text(value text, pattern text, mark text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$ SELECT regexp_replace(value, pattern, mark, 'gi') $$
""",
    """
CREATE OR REPLACE FUNCTION blank_texts(value text[], pattern text, mark text) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN value IS NULL THEN NULL
    ELSE ARRAY(SELECT blank_text(t, pattern, mark) FROM unnest(value) AS t) END
$$
""",
    """
CREATE OR REPLACE FUNCTION blank_json(value jsonb, pattern text, mark text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF value::text !~* pattern THEN RETURN value; END IF;
  RETURN CASE jsonb_typeof(value)
    WHEN 'string' THEN to_jsonb(blank_text(value #>> '{}', pattern, mark))
    WHEN 'array' THEN (SELECT jsonb_agg(blank_json(e, pattern, mark) ORDER BY n)
      FROM jsonb_array_elements(value) WITH ORDINALITY AS x(e, n))
    WHEN 'object' THEN (SELECT jsonb_object_agg(k, blank_json(e, pattern, mark))
      FROM jsonb_each(value) AS x(k, e))
    ELSE value END;
END $$
""",
    # A person who acted is named beside the act: `by` the account, `by_name` what it was called.
    """
CREATE OR REPLACE FUNCTION blank_acts(value jsonb, account text, pattern text, mark text)
RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF value::text !~ '"by_name"' THEN RETURN value; END IF;
  RETURN CASE jsonb_typeof(value)
    WHEN 'array' THEN (SELECT jsonb_agg(blank_acts(e, account, pattern, mark) ORDER BY n)
      FROM jsonb_array_elements(value) WITH ORDINALITY AS x(e, n))
    WHEN 'object' THEN (SELECT jsonb_object_agg(k, CASE
        WHEN k = 'by_name' AND coalesce(value ->> 'by', account) = account
          THEN blank_json(e, pattern, mark)
        ELSE blank_acts(e, account, pattern, mark) END) FROM jsonb_each(value) AS x(k, e))
    ELSE value END;
END $$
""",
)
REDACT = f"""
CREATE OR REPLACE FUNCTION redact_changes(erasure uuid, ids bigint[], acts bigint[], account uuid,
  texts text[], mark text, OUT entries integer, OUT digest text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  one changes; fresh changes; old_hash bytea; pattern text := subject_pattern(texts);
  lines text := '';
BEGIN
  IF mark IS NULL OR mark !~ '{MARK}' THEN
    RAISE EXCEPTION 'a mark has one form' USING ERRCODE = 'check_violation';
  END IF;
  -- The sequencer reads and then writes an entry: it may not do so between our two steps.
  PERFORM pg_advisory_xact_lock(hashtextextended('sequence_changes', 0));
  entries := 0;
  FOR one IN SELECT * FROM changes WHERE id = ANY(ids || acts) ORDER BY id LOOP
    fresh := one;
    IF one.id = ANY(ids) THEN
      fresh.after := blank_json(one.after, pattern, mark);
      fresh.reason := blank_text(one.reason, pattern, mark);
    END IF;
    IF one.actor_id = account THEN fresh.actor_name := mark; fresh.address := NULL; END IF;
    IF one.id = ANY(acts) THEN
      fresh.after := blank_acts(fresh.after, account::text, pattern, mark);
    END IF;
    CONTINUE WHEN (fresh.after, fresh.reason, fresh.actor_name, fresh.address)
      IS NOT DISTINCT FROM (one.after, one.reason, one.actor_name, one.address);
    -- The salt goes: without it nobody can try names until one fits the hash that is kept.
    fresh.salt := NULL;
    fresh.digest := CASE WHEN one.key IS NOT NULL THEN sha256(gen_random_uuid()::text::bytea) END;
    UPDATE changes SET after = fresh.after, reason = fresh.reason, actor_name = fresh.actor_name,
      address = fresh.address, salt = NULL, digest = fresh.digest, answer = NULL WHERE id = one.id;
    entries := entries + 1;
    CONTINUE WHEN one.pos IS NULL;
    SELECT hash INTO old_hash FROM changes WHERE pos = one.pos - 1;
    INSERT INTO redactions (erasure_id, pos, before, hash, now) VALUES (erasure, one.pos,
      coalesce(old_hash, ''::bytea), one.hash,
      sha256(convert_to(change_canonical(fresh), 'UTF8')));
  END LOOP;
  SELECT encode(sha256(convert_to(coalesce(string_agg(format('%s %s %s %s', r.pos,
    encode(r.before, 'hex'), encode(r.hash, 'hex'), encode(r.now, 'hex')), E'\\n' ORDER BY r.id),
    ''), 'UTF8')), 'hex') INTO digest FROM redactions r WHERE r.erasure_id = erasure;
END $$
"""
# Rows of one record: its own, and those of tables that are part of it (a foreign key to it, and no
# id with version of their own).
ROWS = """
CREATE OR REPLACE FUNCTION blank_rows(target regclass, pointer text, record uuid, pattern text,
  mark text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE sets text; differs text; has boolean := false; done integer := 0;
BEGIN
  SELECT string_agg(format('%I = %s', name, new), ', '),
    string_agg(format('%I IS DISTINCT FROM %s', name, new), ' OR ')
  INTO sets, differs FROM (SELECT attname AS name, format(CASE
      WHEN atttypid = 'jsonb'::regtype THEN 'blank_json(%I, $2, $3)'
      WHEN atttypid IN ('text[]'::regtype, 'varchar[]'::regtype) THEN 'blank_texts(%I, $2, $3)'
      ELSE 'blank_text(%I, $2, $3)' END, attname) AS new
    FROM pg_attribute WHERE attrelid = target AND attnum > 0 AND NOT attisdropped
      AND attgenerated = '' AND atttypid IN ('text'::regtype, 'varchar'::regtype,
        'text[]'::regtype, 'varchar[]'::regtype, 'jsonb'::regtype)) AS columns;
  -- Asked first: a table that is only ever added to refuses even an UPDATE of no row.
  IF sets IS NOT NULL THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I = $1 AND (%s))', target, pointer,
      differs) INTO has USING record, pattern, mark;
  END IF;
  IF has THEN
    EXECUTE format('UPDATE %s SET %s WHERE %I = $1 AND (%s)', target, sets, pointer, differs)
      USING record, pattern, mark;
    GET DIAGNOSTICS done = ROW_COUNT;
  END IF;
  RETURN done;
END $$
"""
PARTS = """
CREATE OR REPLACE VIEW subject_parts AS
  SELECT r.relname::text AS resource, c.conrelid::regclass::text AS part, a.attname::text AS pointer
  FROM pg_constraint c JOIN pg_class r ON r.oid = c.confrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND 2 > (SELECT count(*) FROM pg_attribute v
    WHERE v.attrelid = c.conrelid AND v.attname IN ('id', 'version'))
"""
FIND = """
CREATE OR REPLACE FUNCTION find_subject(texts text[])
RETURNS TABLE (resource text, record_id uuid) LANGUAGE plpgsql STABLE AS $$
DECLARE pattern text := subject_pattern(texts); one record;
BEGIN
  RETURN QUERY SELECT DISTINCT c.resource::text, c.record_id FROM changes c
    WHERE c.after::text ~* pattern OR c.reason ~* pattern;
  FOR one IN SELECT t.relname::text AS name FROM pg_class t
    WHERE 2 = (SELECT count(*) FROM pg_attribute v WHERE v.attrelid = t.oid
      AND v.attname IN ('id', 'version'))
      AND t.relkind = 'r' AND t.relname <> 'changes' AND t.relnamespace = 'public'::regnamespace
  LOOP
    RETURN QUERY EXECUTE format('SELECT %L, id FROM %I t WHERE t::text ~* $1', one.name, one.name)
      USING pattern;
  END LOOP;
  FOR one IN SELECT * FROM subject_parts LOOP
    RETURN QUERY EXECUTE format('SELECT DISTINCT %L, %I FROM %s t WHERE t::text ~* $1',
      one.resource, one.pointer, one.part) USING pattern;
  END LOOP;
END $$
"""
# Each record that holds the texts goes on as a new version, so that every copy of it follows.
ERASE = """
CREATE OR REPLACE FUNCTION erase_records(resources text[], ids uuid[], account uuid, texts text[],
  mark text, who jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  one record; part record; col record; pattern text := subject_pattern(texts); n integer;
  hit integer; moment text; total integer := 0;
BEGIN
  FOR one IN SELECT DISTINCT r, i, named FROM (
      SELECT r, i, true AS named FROM unnest(resources, ids) AS x(r, i) UNION ALL
      SELECT DISTINCT c.resource, c.record_id, false FROM changes c WHERE c.actor_id = account) y
    WHERE to_regclass(quote_ident(r)) IS NOT NULL
  LOOP
    hit := 0;
    IF one.named THEN
      hit := blank_rows(one.r::regclass, 'id', one.i, pattern, mark);
      FOR part IN SELECT * FROM subject_parts p WHERE p.resource = one.r LOOP
        hit := hit + blank_rows(part.part::regclass, part.pointer, one.i, pattern, mark);
      END LOOP;
    ELSE
      FOR col IN SELECT attname AS name FROM pg_attribute WHERE attrelid = one.r::regclass
        AND atttypid = 'jsonb'::regtype AND attnum > 0 AND NOT attisdropped LOOP
        EXECUTE format('UPDATE %1$I SET %2$I = blank_acts(%2$I, $2, $3, $4) WHERE id = $1
          AND %2$I IS DISTINCT FROM blank_acts(%2$I, $2, $3, $4)', one.r, col.name)
          USING one.i, account::text, pattern, mark;
        GET DIAGNOSTICS n = ROW_COUNT;
        hit := hit + n;
      END LOOP;
    END IF;
    CONTINUE WHEN hit = 0;
    EXECUTE format('UPDATE %I SET version = version + 1, updated_at = clock_timestamp()
      WHERE id = $1 RETURNING version, to_char(updated_at AT TIME ZONE ''UTC'',
        ''YYYY-MM-DD"T"HH24:MI:SS.US"Z"'')', one.r) INTO n, moment USING one.i;
    INSERT INTO changes (resource, record_id, version, action, operation, unit_id, actor_id,
      actor_kind, actor_name, acting_as, request_id, address, after)
    SELECT one.r, one.i, n, 'erase', who ->> 'operation', c.unit_id, (who ->> 'actor_id')::uuid,
      who ->> 'actor_kind', who ->> 'actor_name',
      ARRAY(SELECT jsonb_array_elements_text(who -> 'acting_as')), who ->> 'request_id',
      who ->> 'address', c.after || jsonb_build_object('version', n, 'updated_at', moment)
    FROM changes c WHERE c.resource = one.r AND c.record_id = one.i ORDER BY c.id DESC LIMIT 1;
    total := total + 1;
  END LOOP;
  RETURN total;
END $$
"""
FUNCTIONS = (
    "erase_records", "find_subject", "blank_rows", "redact_changes", "blank_acts", "blank_json",
    "blank_texts", "blank_text", "subject_pattern",
)  # fmt: skip
STATEMENTS = (LOG_TEXT, PATTERN, *BLANKS, REDACT, ROWS, PARTS, FIND, ERASE)
REDACT_SIGNATURE = "redact_changes(uuid, bigint[], bigint[], uuid, text[], text)"
LOCKED = f"REVOKE ALL ON FUNCTION {REDACT_SIGNATURE} FROM PUBLIC"


def install_redactions(op: Any) -> None:
    """A salt and an address for every entry from now on, and the functions; called in a migration
    after the table `redactions` was made, and again when they changed. Entries without salt or
    address keep the text they were hashed with."""
    op.execute("ALTER TABLE changes ADD COLUMN IF NOT EXISTS salt uuid")
    op.execute("ALTER TABLE changes ADD COLUMN IF NOT EXISTS address varchar")
    op.execute("ALTER TABLE changes ALTER COLUMN salt SET DEFAULT gen_random_uuid()")
    for statement in (*STATEMENTS, LOCKED):
        op.execute(statement)


def remove_redactions(op: Any) -> None:
    """The reverse. A log whose entries were salted or blanked no longer proves itself then."""
    op.execute(SEQUENCER_SQL[0])
    op.execute("DROP VIEW subject_parts")
    for name in FUNCTIONS:
        op.execute(f"DROP FUNCTION {name}")
    op.execute("ALTER TABLE changes DROP COLUMN salt, DROP COLUMN address")
