import { type ComboboxItem, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export type Found = ComboboxItem & { title?: string };
export type RemoteProps = Omit<
  SelectProps,
  'data' | 'searchable' | 'searchValue' | 'onSearchChange' | 'filter'
>;
type Props = RemoteProps & {
  /** What they are called in the cache. */
  of: string;
  /** The one that is chosen. */
  one: (id: string) => Promise<Found>;
  /** Those that a text finds; the first of all for none. */
  many: (q: string, signal: AbortSignal) => Promise<Found[]>;
};

/** One record of a whole list, found by the server as one types. */
export function RemoteSelect({ of, one, many, value, ...props }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const chosen = useQuery({
    queryKey: ['registry', of, 'choice', value],
    queryFn: () => one(value ?? ''),
    enabled: Boolean(value),
  }).data;
  // what stands in the box once one is chosen is its name, and no question
  const asked = q === chosen?.label ? '' : q;
  const found = useQuery({
    queryKey: ['registry', of, 'choices', 'select', asked],
    queryFn: ({ signal }) => many(asked, signal),
    placeholderData: keepPreviousData,
  }).data;
  return (
    <Select
      searchable
      value={value ?? null}
      data={[...(chosen ? [chosen] : []), ...(found?.filter((other) => other.value !== value) ?? [])]}
      // the server has found them, by more than what stands in the label
      filter={({ options }) => options}
      onSearchChange={setTyped}
      nothingFoundMessage={t('list.no_choice')}
      {...props}
    />
  );
}
