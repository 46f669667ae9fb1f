import { Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../shared/ui/form/DateField';
import { type DayTime, parseTime } from './dayTime';

type Props = {
  /** `Bắt đầu` or `Kết thúc`. */
  label: string;
  value: DayTime;
  onChange: (value: DayTime) => void;
  error?: ReactNode;
  hasTime?: boolean;
};

/** A day and an hour on Viet Nam's clock, in 24 hours whatever the browser speaks. */
export function DayTimeField({ label, value, onChange, error, hasTime = true }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" align="start" wrap="nowrap">
      <DateField
        label={label}
        required
        flex={1}
        value={value.day}
        error={error}
        onChange={(day) => onChange({ ...value, day })}
      />
      {hasTime && (
        <TextInput
          label={t('events_events.time')}
          aria-label={`${label}: ${t('events_events.time')}`}
          placeholder={t('events_events.time_placeholder')}
          required
          inputMode="numeric"
          maxLength={5}
          w={96}
          value={value.time}
          error={Boolean(error)}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
          onBlur={() => onChange({ ...value, time: parseTime(value.time) ?? value.time })}
        />
      )}
    </Group>
  );
}
