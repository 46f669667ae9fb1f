import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../shared/api/preconditions';
import { today } from '../../shared/format/dates';
import { DateField } from '../../shared/ui/form/DateField';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { PageHeader } from '../../shared/ui/PageHeader';
import { certificatesOfQuery, ngoChoicesQuery } from './choices';
import { certificateQuery, rulesQuery } from './procedure';
import { openProcedure } from './procedures';
import type { Kind } from './words';

const route = getRouteApi('/shell/registry/procedures/new');
const ISSUED = ['operation', 'representative_office'] as const;

/** Opening a procedure: on a certificate what may be opened on it, or a grant for an NGO. */
export function NewProcedure() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [ngo, setNgo] = useState<string | null>(search.ngo ?? null);
  const [chosen, setChosen] = useState<string | null>(search.certificate ?? null);
  const [kind, setKind] = useState<string | null>(null);
  const [of, setOf] = useState<string | null>('operation');
  const [ground, setGround] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(today());
  const [ends, setEnds] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [key, setKey] = useState(newIdempotencyKey);
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words, 250);
  const ngos = useQuery({ ...ngoChoicesQuery(q), placeholderData: keepPreviousData }).data?.items ?? [];
  const papers = useQuery({ ...certificatesOfQuery(ngo ?? ''), enabled: ngo !== null }).data?.items ?? [];
  const certificate = useQuery({ ...certificateQuery(chosen ?? ''), enabled: chosen !== null }).data;
  const kinds: readonly string[] = chosen ? (certificate?.allowed_actions ?? []) : ['grant'];
  const grounds = useQuery(rulesQuery(opened ?? today())).data?.grounds[kind ?? ''] ?? [];
  const save = useMutation({
    mutationFn: () =>
      openProcedure(
        {
          kind: (kind ?? '') as Kind,
          ...(chosen ? { certificate_id: chosen } : { ngo_id: ngo, certificate_kind: of as 'operation' }),
          ...(grounds.length > 0 && { ground }),
          ...(kind === 'self_terminate' && ends && { ends_on: ends }),
          ...(note.trim() && { note: note.trim() }),
          opened_on: opened,
        },
        key,
      ),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['registry'] });
      void navigate({ to: '/registry/procedures/$procedureId', params: { procedureId: made.id } });
    },
    onError: (problem) => !problem.isUnexpected && setKey(newIdempotencyKey()),
  });
  const submit = (form: FormEvent) => {
    form.preventDefault();
    save.mutate();
  };
  return (
    <>
      <PageHeader
        back={<Link to="/registry/procedures">{t('registry_procedures.title')}</Link>}
        title={t('registry_procedures.add')}
        lead={certificate?.number}
      />
      <form onSubmit={submit} noValidate>
        <Stack maw={560}>
          <FormErrors problem={save.error} />
          <Text>{t('registry_procedures.add_means')}</Text>
          {!search.certificate && (
            <>
              <Select
                label={t('registry_procedures.field.ngo')}
                searchable
                data={ngos.map(({ id, name_vi }) => ({ value: id, label: name_vi }))}
                filter={({ options }) => options}
                onSearchChange={setWords}
                nothingFoundMessage={t('list.no_choice')}
                value={ngo}
                onChange={(next) => {
                  setNgo(next);
                  setChosen(null);
                  setKind(null);
                }}
              />
              <Select
                label={t('registry_procedures.field.certificate')}
                description={t('registry_procedures.no_certificate')}
                data={papers.map(({ id, number }) => ({ value: id, label: number }))}
                value={chosen}
                onChange={(next) => {
                  setChosen(next);
                  setKind(null);
                }}
                clearable
                clearButtonProps={{ 'aria-label': t('action.clear') }}
              />
            </>
          )}
          <Select
            label={t('registry_procedures.field.kind')}
            required
            data={kinds.map((value) => ({ value, label: t(`registry_procedures.kind.${value as Kind}`) }))}
            nothingFoundMessage={t('registry_procedures.nothing_to_open')}
            value={kind}
            onChange={setKind}
          />
          {!chosen && (
            <Select
              label={t('registry_certificates.field.kind')}
              data={ISSUED.map((value) => ({ value, label: t(`registry_certificates.kind.${value}`) }))}
              value={of}
              onChange={setOf}
              allowDeselect={false}
            />
          )}
          {grounds.length > 0 && (
            <Select
              label={t('registry_procedures.field.ground')}
              required
              data={grounds.map((value) => ({
                value,
                label: t(`registry_procedures.ground.${value as 'prohibited_act'}`),
              }))}
              value={ground}
              onChange={setGround}
            />
          )}
          {kind === 'self_terminate' && (
            <DateField label={t('registry_procedures.field.ends_on')} value={ends} onChange={setEnds} />
          )}
          <DateField
            label={t('registry_procedures.field.opened_on')}
            maxDate={today()}
            value={opened}
            onChange={setOpened}
          />
          <Textarea
            label={t('registry_procedures.field.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('registry_procedures.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}
