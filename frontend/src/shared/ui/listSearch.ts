/** What of a list lives in the URL: words searched, filters, order. Anything else in the address is dropped. */

export type ListSearch<Filter extends string> = { q?: string; sort?: string } & { [Key in Filter]?: string };

export function listSearch<const Filter extends string>(
  filters: readonly Filter[],
  sorts: readonly string[],
) {
  return (raw: Record<string, unknown>): ListSearch<Filter> => {
    const kept: Record<string, string> = {};
    for (const key of ['q', ...filters]) {
      const value = raw[key];
      if (typeof value === 'string' && value !== '') kept[key] = value;
    }
    const sort = raw.sort;
    if (typeof sort === 'string' && sorts.includes(sort.replace(/^-/, ''))) kept.sort = sort;
    return kept as ListSearch<Filter>;
  };
}
