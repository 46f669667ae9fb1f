/** The day asked about, the boundaries shown, and the status looked for. */
export type CoverageSearch = {
  as_of?: string;
  boundaries?: 'now';
  status?: 'union' | 'case' | 'none';
};

export function coverageSearch(raw: Record<string, unknown>): CoverageSearch {
  const { as_of, boundaries, status } = raw;
  return {
    ...(typeof as_of === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(as_of) && { as_of }),
    ...(boundaries === 'now' && { boundaries }),
    ...((status === 'union' || status === 'case' || status === 'none') && { status }),
  };
}
