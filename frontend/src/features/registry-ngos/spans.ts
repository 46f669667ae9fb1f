/** Days on a line of whole years, in percent of its length. */
export type Span = { from: string; to: string | null };

const DAY = 86_400_000;
const MOST_MARKS = 8;
const at = (day: string) => Date.parse(day) / DAY;

/** From the first year that anything holds to the last; what has no end runs out of the picture. */
export function scale(spans: readonly Span[], today: string) {
  const days = spans.flatMap(({ from, to }) => (to ? [from, to] : [from]));
  const all = [...days, today].map((day) => Number(day.slice(0, 4)));
  const [first, last] = [Math.min(...all), Math.max(...all) + 1];
  const begin = at(`${first}-01-01`);
  const length = at(`${last}-01-01`) - begin;
  const place = (day: string) => (100 * (at(day) - begin)) / length;
  const step = Math.ceil((last - first) / MOST_MARKS);
  const years: number[] = [];
  for (let year = first; year <= last; year += step) years.push(year);
  return {
    years,
    place,
    /** Both days count. */
    width: ({ from, to }: Span) => (to ? place(to) + 100 / length : 100) - place(from),
  };
}
