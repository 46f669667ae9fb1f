import { Checkbox, Group, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../form/DateField';
import { onDemand } from '../onDemand';
import type { Field } from './sheet';
import type { Imprecise, Values } from './values';

// few forms ask for these
const NgoSelect = onDemand(() => import('./NgoSelect').then((m) => m.NgoSelect));
const NeedSelect = onDemand(() => import('./NeedSelect').then((m) => m.NeedSelect));
const Several = onDemand(() => import('./Several').then((m) => m.Several));
const PRECISIONS = ['day', 'month', 'quarter', 'year'] as const;

/** The input for one field of a sheet. */
export function FieldInput({ field, form }: { field: Field; form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  const { name, label, kind, hint, options = [], required = false } = field;
  const given = { label, required, ...(hint && { description: hint }), ...form.getInputProps(name) };
  const wide = field.wide ? { 'data-wide': true } : {};
  const clear = { 'aria-label': t('action.clear') };
  switch (kind) {
    case 'lines':
    case 'list':
      return (
        <Textarea
          data-wide
          autosize
          minRows={2}
          description={kind === 'list' ? t('kept.one_per_line') : undefined}
          {...given}
        />
      );
    case 'choice':
      return (
        <Select
          {...wide}
          data={[...options]}
          searchable={options.length > 8}
          clearable={!required}
          clearButtonProps={clear}
          nothingFoundMessage={t('list.no_choice')}
          {...given}
        />
      );
    case 'ngo':
      return <NgoSelect {...wide} clearable={!required} clearButtonProps={clear} {...given} />;
    case 'need':
      return <NeedSelect {...wide} clearable={!required} clearButtonProps={clear} {...given} />;
    case 'several':
      return (
        <Several
          data-wide
          searchable
          data={[...options]}
          nothingFoundMessage={t('list.no_choice')}
          {...given}
        />
      );
    case 'flag':
      return <Checkbox label={label} {...form.getInputProps(name, { type: 'checkbox' })} />;
    case 'day':
      return <DateField clearable={!required} clearButtonProps={clear} {...given} />;
    case 'imprecise': {
      const value = form.getValues()[name] as Imprecise;
      const change = (next: Partial<Imprecise>) => form.setFieldValue(name, { ...value, ...next });
      return (
        <Group data-wide align="flex-end" gap="sm">
          <DateField
            label={label}
            required={required}
            clearable={!required}
            clearButtonProps={clear}
            value={value.date}
            onChange={(date) => change({ date: date ?? null })}
            error={form.errors[name] ?? form.errors[`${name}.date`]}
          />
          <Select
            label={t('kept.precision')}
            aria-label={`${label}: ${t('kept.precision')}`}
            data={PRECISIONS.map((one) => ({ value: one, label: t(`kept.known_to.${one}`) }))}
            allowDeselect={false}
            value={value.precision}
            onChange={(precision) => change({ precision: precision ?? 'day' })}
          />
          <Checkbox
            pb={8}
            label={t('kept.planned')}
            aria-label={`${label}: ${t('kept.planned')}`}
            checked={value.planned}
            onChange={(event) => change({ planned: event.currentTarget.checked })}
          />
        </Group>
      );
    }
    default:
      return <TextInput {...wide} {...(kind === 'number' && { inputMode: 'numeric' as const })} {...given} />;
  }
}
