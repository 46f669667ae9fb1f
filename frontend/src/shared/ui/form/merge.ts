/** Three versions of one record (as read, as I wrote it, as it is now) and what differs between them. */

export type FieldName<Values> = Extract<keyof Values, string>;
export type Difference<Values> = {
  field: FieldName<Values>;
  /** Who changed it: only they did, only I did, or both of us differently. */
  by: 'theirs' | 'mine' | 'both';
};

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export function differences<Values extends Record<string, unknown>>(
  base: Values,
  mine: Values,
  theirs: Values,
): Difference<Values>[] {
  return (Object.keys(mine) as FieldName<Values>[])
    .filter((field) => !same(mine[field], theirs[field]))
    .map((field) => {
      if (same(base[field], mine[field])) return { field, by: 'theirs' };
      return { field, by: same(base[field], theirs[field]) ? 'mine' : 'both' };
    });
}

/** Their record with my values in the fields I keep. */
export function merged<Values extends Record<string, unknown>>(
  mine: Values,
  theirs: Values,
  keepMine: ReadonlySet<string>,
): Values {
  const kept = Object.entries(mine).filter(([field]) => keepMine.has(field));
  return { ...theirs, ...Object.fromEntries(kept) };
}
