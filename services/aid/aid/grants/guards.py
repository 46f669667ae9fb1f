"""What the database itself holds about four eyes, beside the constraints of the tables."""

GUARDS_SQL = (
    # Deeds are remembered for ever: whoever could delete one could decide on his own dossier.
    """
CREATE FUNCTION grant_acts_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'deeds on a grant are only ever added'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_acts_kept', TABLE = 'grant_acts';
END $$
""",
    "CREATE TRIGGER grant_acts_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON grant_acts"
    " FOR EACH STATEMENT EXECUTE FUNCTION grant_acts_keep()",
    # A status that says somebody appraised or decided needs that person's deed. Deferred, because
    # the deed is written in the same transaction, after the dossier it refers to.
    """
CREATE FUNCTION grants_done_by_somebody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.status = 'appraised' AND NOT EXISTS (
        SELECT FROM grant_acts
        WHERE grant_id = NEW.id AND person_id = NEW.appraised_by AND act = 'appraise'))
  OR (NEW.status IN ('approved', 'rejected') AND NOT EXISTS (
        SELECT FROM grant_acts
        WHERE grant_id = NEW.id AND person_id = NEW.decided_by AND act = 'decide'))
  THEN
    RAISE EXCEPTION 'no deed stands behind this status'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'grants_deed', TABLE = 'grants';
  END IF;
  RETURN NULL;
END $$
""",
    "CREATE CONSTRAINT TRIGGER grants_deed AFTER INSERT OR UPDATE OF status ON grants"
    " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grants_done_by_somebody()",
    # A decided dossier is closed, whatever code asks: what was approved is what was read.
    """
CREATE FUNCTION grants_stay_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a decided grant does not change'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'grants_decided', TABLE = 'grants';
END $$
""",
    "CREATE TRIGGER grants_decided BEFORE UPDATE ON grants FOR EACH ROW"
    " WHEN (OLD.status IN ('approved', 'rejected', 'withdrawn'))"
    " EXECUTE FUNCTION grants_stay_decided()",
)
