import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../form/Conflict';
import { RecordForm } from '../form/RecordForm';
import { useRecordForm } from '../form/useRecordForm';
import { PageHeader } from '../PageHeader';
import { QueryState } from '../QueryState';
import { FieldInput } from './FieldInput';
import { asked, type Field, fieldNames, type KeptRecordRow, type KeptRow, type Sheet } from './sheet';
import { useShow } from './useShow';
import { isMissing, toValues, toWire, type Values } from './values';

type Props<Item extends KeptRow, Saved extends KeptRecordRow> = {
  sheet: Sheet<Item, Saved>;
  /** The record to change; a new one without. */
  record?: Saved;
  /** What the wire wants beyond the fields, or in another shape. */
  also?: (values: Values, record: Saved | undefined, fields: readonly Field[]) => object;
  /** Values of fields that the record holds in another shape. */
  from?: (record: Saved) => object;
};

/** Entering a record of a sheet, or correcting one that is loaded. */
export function KeptForm<Item extends KeptRow, Saved extends KeptRecordRow>({
  sheet,
  record,
  also,
  from,
}: Props<Item, Saved>) {
  const { t } = useTranslation();
  const show = useShow();
  const navigate = useNavigate();
  const client = useQueryClient();
  const fields = asked(sheet.fields, !record);
  const leave = (id: string | undefined) =>
    void navigate({ to: (id ? `${sheet.to}/${id}` : sheet.to) as never });
  const wire = (values: Values) => ({
    ...toWire(fields, values),
    ...also?.(values, record, sheet.fields),
  });
  const edit = useRecordForm<Values, Saved>({
    record,
    toValues: (saved) => toValues(fields, saved && { ...saved, ...from?.(saved) }),
    validate: (values) =>
      Object.fromEntries(
        fields
          .filter((field) => isMissing(field, values[field.name]))
          .map((field) => [field.name, t('form.required')]),
      ),
    save: (values, { version, key }) =>
      record && version !== undefined
        ? sheet.calls.change(record.id, version, wire(values))
        : sheet.calls.create(wire(values), key),
    ...(record && { reload: () => client.fetchQuery({ ...sheet.calls.one(record.id), staleTime: 0 }) }),
    onSaved: (saved) => {
      void client.invalidateQueries({ queryKey: ['registry', sheet.calls.name] });
      leave(saved.id);
    },
  });
  const labels = Object.fromEntries(
    fields.map((field) => [field.name, { label: field.label, show: (value: unknown) => show(field, value) }]),
  );
  return (
    <>
      <PageHeader title={record ? t('kept.edit_title', { name: sheet.title(record) }) : sheet.text.add} />
      <RecordForm
        onSubmit={edit.submit}
        onCancel={() => leave(record?.id)}
        hasUnsaved={edit.hasUnsaved}
        isSaving={edit.isSaving}
        problem={edit.problem}
        fields={fieldNames(fields)}
        consequence={t('kept.shared')}
      >
        {fields.map((field) => (
          <FieldInput key={field.name} field={field} form={edit.form} />
        ))}
      </RecordForm>
      {edit.conflict && (
        <ConflictDialog<Values>
          conflict={edit.conflict}
          fields={labels}
          onMerge={edit.merge}
          onClose={edit.dismissConflict}
        />
      )}
    </>
  );
}

/** The form begins only with the record at hand. */
export function KeptEdit<Item extends KeptRow, Saved extends KeptRecordRow>({
  id,
  ...given
}: Omit<Props<Item, Saved>, 'record'> & { id: string }) {
  return (
    <QueryState query={useQuery(given.sheet.calls.one(id))}>
      {(record) => <KeptForm {...given} record={record} />}
    </QueryState>
  );
}
