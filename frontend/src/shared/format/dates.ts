/** Dates as 31/12/2026 in both languages; times in Vietnam's zone, wherever the reader sits. */
import i18n from 'i18next';

export type Precision = 'day' | 'month' | 'quarter' | 'year';
export type ImpreciseDate = { date: string; precision?: Precision; planned?: boolean };

const QUARTERS = ['I', 'II', 'III', 'IV'];
const ZONED = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A calendar date has no zone, so it is never made into an instant. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** `14:05 31/12/2026`, as Vietnamese office papers order it. */
export function formatDateTime(instant: string): string {
  const part = Object.fromEntries(
    ZONED.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${part.hour}:${part.minute} ${part.day}/${part.month}/${part.year}`;
}

/** Says no more than is known: tháng 10/2018, quý IV/2018, năm 2018; dự kiến in front when planned. */
export function formatImprecise({ date, precision = 'day', planned = false }: ImpreciseDate): string {
  const [year, month] = date.split('-');
  const quarter = QUARTERS[Math.floor((Number(month) - 1) / 3)] ?? '';
  const text = {
    day: () => formatDate(date),
    month: () => i18n.t('date.month', { month: Number(month), year }),
    quarter: () => i18n.t('date.quarter', { quarter, year }),
    year: () => i18n.t('date.year', { year }),
  }[precision]();
  return planned ? `${i18n.t('qualifier.planned')} ${text}` : text;
}

/** Today where the office is, as the wire writes dates. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
}
