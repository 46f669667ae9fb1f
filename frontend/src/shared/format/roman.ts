/** Terms and congresses are counted in Roman numbers: khóa V, lần thứ XIII. */
const LETTERS = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** `number` as officers write it, from 1 to 39; any other as it is. */
export function roman(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 39) return String(number);
  let left = number;
  let written = '';
  for (const [letter, value] of LETTERS) {
    while (left >= value) {
      written += letter;
      left -= value;
    }
  }
  return written;
}
