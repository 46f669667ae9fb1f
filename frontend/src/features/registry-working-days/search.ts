/** The year shown lives in the address; without one it is this year. */
export function yearSearch(raw: Record<string, unknown>): { year?: number } {
  const year = Number(raw.year);
  return Number.isInteger(year) && year >= 2000 && year <= 2090 ? { year } : {};
}
