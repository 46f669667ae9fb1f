import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choices, Named } from './choices';

type Props = Omit<SelectProps, 'data'> & {
  /** The record now referred to, which the search may not bring. */
  current: Named | null;
  choices: Choices;
};

/** A reference to another record, found by typing its name with or without marks. */
export function Reference({ current, choices, ...rest }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words, 250);
  const found = useQuery({ ...choices(q), placeholderData: keepPreviousData }).data?.items ?? [];
  const all = current && !found.some(({ id }) => id === current.id) ? [current, ...found] : found;
  return (
    <Select
      searchable
      clearable
      data={all.map(({ id, name_vi }) => ({ value: id, label: name_vi }))}
      // the server has searched; a second filter would lose what it found by other spellings
      filter={({ options }) => options}
      onSearchChange={setWords}
      nothingFoundMessage={t('list.no_choice')}
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      {...rest}
    />
  );
}
