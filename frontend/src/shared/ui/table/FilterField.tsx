import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/dates';
import { DateField } from '../form/DateField';

export type Option = { value: string; label: string };
export type Filter =
  | { key: string; label: string; kind: 'choice'; options: readonly Option[] }
  | { key: string; label: string; kind: 'date' };

type Props = { filter: Filter; value: string | undefined; onChange: (value: string | undefined) => void };

/** What a filter's value is called. */
export function filterText(filter: Filter, value: string): string {
  if (filter.kind === 'date') return formatDate(value);
  return filter.options.find((option) => option.value === value)?.label ?? value;
}

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
