import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { onDemand } from '../../shared/ui/onDemand';
import type { Typed } from './EntryDialog';
import { EntryTable } from './EntryTable';
import { changeEntries, type Lists, NAME_KINDS, type NameKind, SCHEMES, type Scheme } from './entries';
import type { Ngo } from './ngos';

const EntryDialog = onDemand(() => import('./EntryDialog').then((m) => m.EntryDialog));

const spell = ({ valid_from, valid_to, source }: Typed) => ({
  valid_from,
  valid_to,
  source: source.trim() || null,
});

/** The names and numbers by which others know the organisation. */
export function Entries({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [adding, setAdding] = useState<'names' | 'identifiers' | null>(null);
  const mayChange = ngo.allowed_actions?.includes('update') ?? false;
  const save = async (lists: Lists) => {
    await changeEntries(ngo, lists);
    await client.invalidateQueries({ queryKey: ['registry', 'ngos'] });
  };
  const removing = useMutation({ mutationFn: save });
  const names = ngo.names as NonNullable<Lists['names']>;
  const identifiers = ngo.identifiers as NonNullable<Lists['identifiers']>;
  const rest = <T,>(all: readonly T[], place: number) => all.filter((_, other) => other !== place);
  const add = (list: 'names' | 'identifiers') =>
    mayChange && (
      <Button variant="default" onClick={() => setAdding(list)}>
        {t(`registry_ngos.entry.add_${list}`)}
      </Button>
    );
  const kinds = NAME_KINDS.map((value) => ({ value, label: t(`registry_ngos.name_kind.${value}`) }));
  const schemes = SCHEMES.map((value) => ({ value, label: t(`registry_ngos.scheme.${value}`) }));
  return (
    <Stack>
      <FormErrors problem={removing.error} />
      <EntryTable
        title={t('registry_ngos.entry.names')}
        empty={t('registry_ngos.entry.no_names')}
        columns={[t('registry_ngos.entry.name'), t('registry_ngos.entry.kind')]}
        rows={names.map((one) => ({
          ...one,
          key: `${one.kind} ${one.text}`,
          what: one.text,
          kind: `${t(`registry_ngos.name_kind.${one.kind}`)} (${one.language})`,
        }))}
        onRemove={mayChange ? (place) => removing.mutate({ names: rest(names, place) }) : undefined}
        actions={add('names')}
      />
      <EntryTable
        title={t('registry_ngos.entry.identifiers')}
        empty={t('registry_ngos.entry.no_identifiers')}
        columns={[t('registry_ngos.entry.identifier'), t('registry_ngos.entry.kind')]}
        rows={identifiers.map((one) => ({
          ...one,
          key: `${one.scheme} ${one.value}`,
          what: one.value,
          kind: t(`registry_ngos.scheme.${one.scheme}`),
        }))}
        onRemove={
          mayChange ? (place) => removing.mutate({ identifiers: rest(identifiers, place) }) : undefined
        }
        actions={add('identifiers')}
      />
      {adding === 'names' && (
        <EntryDialog
          title={t('registry_ngos.entry.add_names')}
          label={t('registry_ngos.entry.name')}
          kinds={kinds}
          save={(typed) => {
            const one = { text: typed.what, language: 'vi', kind: typed.kind as NameKind, ...spell(typed) };
            return save({ names: [...names, one] });
          }}
          onClose={() => setAdding(null)}
        />
      )}
      {adding === 'identifiers' && (
        <EntryDialog
          title={t('registry_ngos.entry.add_identifiers')}
          label={t('registry_ngos.entry.identifier')}
          kinds={schemes}
          save={(typed) => {
            const one = { value: typed.what, scheme: typed.kind as Scheme, ...spell(typed) };
            return save({ identifiers: [...identifiers, one] });
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </Stack>
  );
}
