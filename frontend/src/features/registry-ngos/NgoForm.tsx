import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../../shared/ui/form/Conflict';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { useRecordForm } from '../../shared/ui/form/useRecordForm';
import { ngoQuery } from '../../shared/ui/kept/ngo';
import { PageHeader } from '../../shared/ui/PageHeader';
import { DuplicateWarning } from './DuplicateWarning';
import { warningOf } from './duplicates';
import { NgoInputs, useNgoRules } from './NgoInputs';
import type { Ngo } from './ngos';
import { changeNgo, createNgo } from './save';
import { FIELDS, toValues, toWire, type Values } from './values';

/** Entering an NGO, or correcting one that is loaded. */
export function NgoForm({ ngo }: { ngo?: Ngo }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { rules } = useNgoRules();
  const leave = (id: string | undefined) =>
    void (id
      ? navigate({ to: '/registry/ngos/$ngoId', params: { ngoId: id } })
      : navigate({ to: '/registry/ngos' }));
  const confirmation = useRef('');
  const edit = useRecordForm<Values, Ngo>({
    record: ngo,
    toValues,
    validate: rules,
    save: (values, { version, key }) =>
      ngo && version !== undefined
        ? changeNgo(ngo.id, version, toWire(values))
        : createNgo(toWire(values), key, confirmation.current),
    ...(ngo && { reload: () => client.fetchQuery({ ...ngoQuery(ngo.id), staleTime: 0 }) }),
    onSaved: (saved) => {
      void client.invalidateQueries({ queryKey: ['registry', 'ngos'] });
      leave(saved.id);
    },
  });
  const warning = warningOf(edit.problem);
  const labels = Object.fromEntries(
    FIELDS.map((name) => [name, { label: t(`registry_ngos.field.${name}`) }]),
  ) as Record<keyof Values, { label: string }>;
  return (
    <>
      <PageHeader
        title={ngo ? t('registry_ngos.edit_title', { name: ngo.name_vi }) : t('registry_ngos.add')}
      />
      {warning && (
        <DuplicateWarning
          warning={warning}
          onConfirm={(seal) => {
            confirmation.current = seal;
            edit.submit();
          }}
        />
      )}
      <RecordForm
        onSubmit={edit.submit}
        onCancel={() => leave(ngo?.id)}
        hasUnsaved={edit.hasUnsaved}
        isSaving={edit.isSaving}
        problem={warning ? null : edit.problem}
        fields={FIELDS}
      >
        <NgoInputs form={edit.form} />
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
