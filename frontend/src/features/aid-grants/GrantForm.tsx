import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../../shared/ui/form/Conflict';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { useRecordForm } from '../../shared/ui/form/useRecordForm';
import { PageHeader } from '../../shared/ui/PageHeader';
import { GrantFields } from './GrantFields';
import { type Grant, grantQuery } from './grant';
import { changeGrant, createGrant } from './save';
import { FIELDS, toValues, toWire, type Values } from './values';

/** Entering a dossier, or correcting one that is loaded. */
export function GrantForm({ grant }: { grant?: Grant }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = (id: string | undefined) =>
    void (id
      ? navigate({ to: '/aid/grants/$grantId', params: { grantId: id } })
      : navigate({ to: '/aid/grants' }));
  const edit = useRecordForm<Values, Grant>({
    record: grant,
    toValues,
    validate: { title_vi: (text) => (text.trim() ? null : t('form.required')) },
    save: (values, { version, key }) =>
      grant && version !== undefined
        ? changeGrant(grant.id, version, toWire(values))
        : createGrant(toWire(values), key),
    ...(grant && { reload: () => client.fetchQuery({ ...grantQuery(grant.id), staleTime: 0 }) }),
    onSaved: (saved) => {
      void client.invalidateQueries({ queryKey: ['aid', 'grants'] });
      leave(saved.id);
    },
  });
  const labels = Object.fromEntries(
    FIELDS.map((name) => [name, { label: t(`aid_grants.field.${name}`) }]),
  ) as Record<keyof Values, { label: string }>;
  return (
    <>
      <PageHeader title={grant ? t('aid_grants.edit_title', { code: grant.code }) : t('aid_grants.add')} />
      <RecordForm
        onSubmit={edit.submit}
        onCancel={() => leave(grant?.id)}
        hasUnsaved={edit.hasUnsaved}
        isSaving={edit.isSaving}
        problem={edit.problem}
        fields={FIELDS}
        consequence={t('aid_grants.saved_as_draft')}
      >
        <GrantFields form={edit.form} grant={grant} />
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
