import { Group, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { DateField } from '../../shared/ui/form/DateField';
import { type Procedure, provincesQuery, rulesQuery } from './procedure';
import { DECIDES, type Values } from './stepValues';
import type { StepName } from './words';

type Props = { name: StepName; procedure: Procedure; form: UseFormReturnType<Values> };
const STANCES = ['agree', 'conditional', 'disagree', 'no_reply'] as const;

/** What only some steps ask: whom, what they said, what was decided. */
export function More({ name, procedure, form }: Props) {
  if (name === 'consult') return <Bodies procedure={procedure} form={form} />;
  if (name === 'reply') return <Reply procedure={procedure} form={form} />;
  if (name === 'grant') return <Decision procedure={procedure} form={form} />;
  return null;
}

type Part = Omit<Props, 'name'>;

/** The bodies that the decree names are offered; a letter may name others. */
function Bodies({ procedure, form }: Part) {
  const { t } = useTranslation();
  const bodies = useQuery(rulesQuery(procedure.rules_on)).data?.bodies ?? [];
  return (
    <TagsInput
      label={t('registry_procedures.field.bodies')}
      required
      data={bodies.map(({ name_vi }) => name_vi)}
      {...form.getInputProps('bodies')}
    />
  );
}

function Reply({ procedure, form }: Part) {
  const { t } = useTranslation();
  return (
    <Group grow align="start">
      <Select
        label={t('registry_procedures.field.body')}
        required
        data={procedure.opinions.map(({ body }) => body)}
        {...form.getInputProps('body')}
      />
      <Select
        label={t('registry_procedures.field.stance')}
        required
        allowDeselect={false}
        data={STANCES.map((value) => ({ value, label: t(`registry_procedures.stance.${value}`) }))}
        {...form.getInputProps('stance')}
      />
    </Group>
  );
}

function Decision({ procedure, form }: Part) {
  const { t, i18n } = useTranslation();
  const asked = DECIDES[procedure.kind] ?? [];
  const provinces = useQuery(provincesQuery(form.values.issued_on ?? today())).data?.items ?? [];
  return (
    <>
      {asked.includes('certificate') && (
        <TextInput label={t('registry_certificates.field.number')} {...form.getInputProps('certificate')} />
      )}
      {(['issued_on', 'valid_from', 'valid_to'] as const)
        .filter((day) => asked.includes(day))
        .map((day) => (
          <DateField key={day} label={t(`registry_certificates.field.${day}`)} {...form.getInputProps(day)} />
        ))}
      {asked.includes('provinces') && (
        <MultiSelect
          label={t('registry_certificates.field.provinces')}
          searchable
          data={provinces.map(({ code, name_vi, name_en }) => ({
            value: code,
            label: i18n.language === 'en' ? name_en : name_vi,
          }))}
          nothingFoundMessage={t('list.no_choice')}
          {...form.getInputProps('provinces')}
        />
      )}
    </>
  );
}
