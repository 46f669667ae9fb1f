import { useTranslation } from 'react-i18next';
import type { DayTime } from './dayTime';
import { type Values, whenOf } from './values';

/** What the times of a form must be before the server is asked. */
export function useWhenRules() {
  const { t } = useTranslation();
  return {
    starts: (_: DayTime, values: Values) => {
      const when = whenOf(values);
      return (when.starts_at ?? when.starts_on) ? null : t('form.required');
    },
    ends: (_: DayTime, values: Values) => {
      const { precision, starts_at, ends_at, starts_on, ends_on } = whenOf(values);
      if (precision !== 'time' && precision !== 'day') return null;
      const [from, to] = precision === 'time' ? [starts_at, ends_at] : [starts_on, ends_on];
      if (!to) return t('form.required');
      // a single day begins and ends on the same date; an hour must pass the other
      const isBefore = from && (precision === 'time' ? to <= from : to < from);
      return isBefore ? t('events_events.ends_first') : null;
    },
  };
}
