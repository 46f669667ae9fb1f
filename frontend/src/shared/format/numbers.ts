/** Numbers as the reader's language writes them: 1.234,5 in Vietnamese, 1,234.5 in English. */
import i18n from 'i18next';

export const locale = (): string => (i18n.language === 'en' ? 'en-GB' : 'vi-VN');

const made = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs more than using it, and a table uses it thousands of times. */
function formatter(maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${locale()} ${maximumFractionDigits}`;
  const kept = made.get(key) ?? new Intl.NumberFormat(locale(), { maximumFractionDigits });
  made.set(key, kept);
  return kept;
}

/** Takes decimal strings as the wire carries them, so that no digit of an amount is lost. */
export function formatNumber(value: number | string, decimals = 2): string {
  return formatter(decimals).format(value as Intl.StringNumericLiteral);
}

export function formatPercent(fraction: number): string {
  return `${formatNumber(fraction * 100, 1)}%`;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes, 0)} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 0)} KB`;
  return `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
