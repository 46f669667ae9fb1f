/** The days of a month as a calendar shows them: whole weeks from Monday. Calendar dates have no zone. */

const DAY = 86_400_000;
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** The month `by` months from this one. */
export function monthAway(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return iso(Date.UTC(year, number - 1 + by, 1)).slice(0, 7);
}

export function dayAway(day: string, by: number): string {
  return iso(Date.parse(`${day}T00:00:00Z`) + by * DAY);
}

/** Weeks of seven dates that hold the whole month. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY;
  const weeks: string[][] = [];
  for (let start = monday; iso(start).slice(0, 7) <= month; start += 7 * DAY)
    weeks.push(Array.from({ length: 7 }, (_, day) => iso(start + day * DAY)));
  return weeks;
}
