import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';

/** A day, written and read as 31/12/2026, kept as the wire's 2026-12-31. */
export function DateField(props: Omit<DateInputProps, 'valueFormat' | 'locale'>) {
  const { t, i18n } = useTranslation();
  return (
    <DateInput
      valueFormat="DD/MM/YYYY"
      placeholder={t('date.placeholder')}
      locale={i18n.language}
      firstDayOfWeek={1}
      dateParser={parseDay}
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      {...props}
    />
  );
}

/** `1/9/2026`, `01-09-2026` and `2026-09-01`; anything else is no date. */
export function parseDay(text: string): string | null {
  const local = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  const iso = local ? `${local[3]}-${local[2]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}` : text.trim();
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  // 31/02 would roll over into March.
  return instant && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : null;
}
