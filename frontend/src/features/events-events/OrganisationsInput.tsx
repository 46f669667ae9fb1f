import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../shared/api/client';
import type { Organisation } from './values';

type Props = {
  label: string;
  value: Organisation[];
  onChange: (next: Organisation[]) => void;
  error?: ReactNode;
};

/** Organisations of the register, found by any of their names as one types, or a name that is not there. */
export function OrganisationsInput({ label, value, onChange, error }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['registry', 'ngos', 'choices', q],
    queryFn: ({ signal }) => body(registry.GET('/v1/ngos', { params: { query: { limit: 20, q } }, signal })),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  }).data?.items;
  // two may be called alike: the number tells them apart
  const choices = new Map(
    (q && found ? found : []).map((one) => [
      `${one.name_vi} · ${one.public_id}`,
      { name: one.name_vi, ngo_id: one.id },
    ]),
  );
  const read = (texts: string[]) =>
    texts.map(
      (text) =>
        value.find(({ name }) => name === text) ?? choices.get(text) ?? { name: text.trim(), ngo_id: null },
    );
  return (
    <TagsInput
      data-wide
      clearable
      label={label}
      description={t('events_events.organisations_hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      value={value.map(({ name }) => name)}
      onChange={(texts) => onChange(read(texts))}
      searchValue={typed}
      onSearchChange={setTyped}
      data={[...choices.keys()]}
      // the server has found them, by more than what stands in the label
      filter={({ options }) => options}
      splitChars={[';']}
      error={error}
    />
  );
}
