import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../api/client';
import { ngoQuery } from './ngo';

type Props = Omit<SelectProps, 'data' | 'searchable' | 'searchValue' | 'onSearchChange' | 'filter'>;

/** One organisation of the whole register, found by any of its names as one types. */
export function NgoSelect({ value, ...props }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const chosen = useQuery({ ...ngoQuery(value ?? ''), enabled: Boolean(value) }).data;
  // what stands in the box once one is chosen is its name, and no question
  const isAsking = q !== '' && q !== chosen?.name_vi;
  const found = useQuery({
    queryKey: ['registry', 'ngos', 'choices', isAsking ? q : ''],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/ngos', { params: { query: { limit: 20, ...(isAsking && { q }) } }, signal })),
    placeholderData: keepPreviousData,
  }).data;
  const all = [...(chosen ? [chosen] : []), ...(found?.items.filter(({ id }) => id !== value) ?? [])];
  return (
    <Select
      searchable
      value={value ?? null}
      data={all.map(({ id, name_vi, public_id }) => ({ value: id, label: name_vi, title: public_id }))}
      // the server has found them, by more than what stands in the label
      filter={({ options }) => options}
      onSearchChange={setTyped}
      nothingFoundMessage={t('list.no_choice')}
      {...props}
    />
  );
}
