import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '../form/DateField';
import type { Filter } from './filter';

type Props = { filter: Filter; value: string | undefined; onChange: (value: string | undefined) => void };

export function FilterField({ filter, value, onChange }: Props) {
  const { t } = useTranslation();
  if (filter.kind === 'date')
    return (
      <DateField
        label={filter.label}
        size="sm"
        clearable
        value={value ?? null}
        onChange={(date) => onChange(date ?? undefined)}
      />
    );
  return (
    <Select
      label={filter.label}
      placeholder={t('list.any')}
      data={[...filter.options]}
      value={value ?? null}
      onChange={(choice) => onChange(choice ?? undefined)}
      clearable
      clearButtonProps={{ 'aria-label': t('list.clear_one', { name: filter.label }) }}
      searchable={filter.options.length > 8}
      nothingFoundMessage={t('list.no_choice')}
    />
  );
}
