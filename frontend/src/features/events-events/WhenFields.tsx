import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayTimeField } from './DayTimeField';
import type { Values } from './values';
import { PRECISIONS } from './words';

/** When it is, no more exactly than is settled: a clock time, whole days, or a month, quarter or year. */
export function WhenFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  const { precision, starts, ends } = form.values;
  const hasTime = precision === 'time';
  const isPeriod = !hasTime && precision !== 'day';
  const begin = isPeriod ? 'any_day_of' : hasTime ? 'starts' : 'starts_on';
  const change = (edge: 'starts' | 'ends') => (value: Values['starts']) => {
    form.setFieldValue(edge, value);
    form.clearFieldError(edge);
    // most events end on the day they begin
    if (edge === 'starts' && value.day && (!ends.day || ends.day === starts.day || ends.day < value.day))
      form.setFieldValue('ends', { ...ends, day: value.day });
  };
  return (
    <>
      <Select
        data-wide
        label={t('events_events.field.precision')}
        data={PRECISIONS.map((value) => ({ value, label: t(`events_events.precision.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('precision')}
      />
      <DayTimeField
        label={t(`events_events.field.${begin}`)}
        value={starts}
        hasTime={hasTime}
        error={form.errors.starts ?? form.errors.starts_at ?? form.errors.starts_on}
        onChange={change('starts')}
      />
      {!isPeriod && (
        <DayTimeField
          label={t(`events_events.field.${hasTime ? 'ends' : 'ends_on'}`)}
          value={ends}
          hasTime={hasTime}
          error={form.errors.ends ?? form.errors.ends_at ?? form.errors.ends_on}
          onChange={change('ends')}
        />
      )}
    </>
  );
}
