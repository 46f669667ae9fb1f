import { Button, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SCOPES } from '../../shared/api/generated/scopes';
import type { ApiProblem } from '../../shared/api/problem';
import { unitsQuery } from '../../shared/api/units';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { createClient, type NewClient, refresh } from './clients';
import { SecretAlert } from './SecretAlert';

type Values = { name: string; unit: string | null; scopes: string[]; days: string };
export const DAYS = ['30', '90', '180', '365'] as const;

/** A new program of a union: its secret is shown when it is made, and never again. */
export function ClientForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const units = useQuery(unitsQuery).data?.items ?? [];
  const form = useForm<Values>({
    initialValues: { name: '', unit: null, scopes: [], days: '365' },
    validate: {
      name: (text) => (text.trim() ? null : t('form.required')),
      unit: (chosen) => (chosen ? null : t('form.required')),
      scopes: (chosen) => (chosen.length ? null : t('form.required')),
    },
  });
  const send = useMutation<NewClient, ApiProblem, Values>({
    mutationFn: (values) => {
      const unit = units.find(({ id }) => id === values.unit);
      return createClient({
        name: values.name.trim(),
        unit_id: unit?.id ?? '',
        unit_code: unit?.code ?? '',
        national: unit?.national === true,
        scopes: values.scopes,
        expires_in_days: Number(values.days),
      });
    },
    onSuccess: () => {
      form.reset();
      void refresh(client);
    },
  });
  return (
    <>
      <PageHeader
        back={
          <Link to="/gateway/clients" activeOptions={{ exact: true }}>
            {t('clients.title')}
          </Link>
        }
        title={t('clients.add')}
        lead={t('clients.add_lead')}
      />
      <Stack>
        {send.data && <SecretAlert made={send.data} />}
        <Panel title={t('clients.program')}>
          <form onSubmit={form.onSubmit((values) => send.mutate(values))} noValidate>
            <Stack maw={520}>
              <FormErrors problem={send.error} form={form} />
              <TextInput label={t('clients.name')} {...form.getInputProps('name')} />
              <Select
                label={t('accounts.unit')}
                searchable
                nothingFoundMessage={t('list.no_choice')}
                data={units.map(({ id, code, name_vi }) => ({ value: id, label: `${code} · ${name_vi}` }))}
                {...form.getInputProps('unit')}
              />
              <MultiSelect
                label={t('clients.scopes')}
                description={t('clients.scopes_hint')}
                searchable
                nothingFoundMessage={t('list.no_choice')}
                data={[...SCOPES]}
                {...form.getInputProps('scopes')}
              />
              <Select
                label={t('clients.good_for')}
                allowDeselect={false}
                data={DAYS.map((value) => ({ value, label: t(`clients.days.${value}`) }))}
                {...form.getInputProps('days')}
              />
              <div>
                <Button type="submit" loading={send.isPending}>
                  {t('clients.make')}
                </Button>
              </div>
            </Stack>
          </form>
        </Panel>
      </Stack>
    </>
  );
}
