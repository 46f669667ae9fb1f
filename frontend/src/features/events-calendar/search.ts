/** The month shown, and whose events; both live in the address. */
import { today } from '../../shared/format/dates';

export type CalendarSearch = { month?: string; whose?: 'mine' };

export function calendarSearch(raw: Record<string, unknown>): CalendarSearch {
  const month = typeof raw.month === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(raw.month) && raw.month;
  return { ...(month && { month }), ...(raw.whose === 'mine' && { whose: 'mine' }) };
}

export const thisMonth = () => today().slice(0, 7);
