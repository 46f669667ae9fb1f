import { Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ConflictDialog } from '../../src/shared/ui/form/ConflictDialog';
import { DateField } from '../../src/shared/ui/form/DateField';
import { RecordForm } from '../../src/shared/ui/form/RecordForm';
import { useRecordForm } from '../../src/shared/ui/form/useRecordForm';
import { PageHeader } from '../../src/shared/ui/PageHeader';
import { GRANTS, type Grant, reloadGrant, saveGrant } from './data';

type Values = { name_vi: string; donor: string; note: string };
const toValues = (grant: Grant | undefined): Values => ({
  name_vi: grant?.name_vi ?? '',
  donor: grant?.donor ?? '',
  note: grant?.note ?? '',
});
const FIELDS = ['name_vi', 'donor', 'note'];

export function GrantForm() {
  const navigate = useNavigate();
  const edit = useRecordForm<Values, Grant>({
    record: GRANTS[0],
    toValues,
    save: (values, { version }) => saveGrant(values, version),
    reload: reloadGrant,
    onSaved: () => void navigate({ to: '/record' as string }),
  });
  return (
    <>
      <PageHeader title="Sửa khoản viện trợ" />
      <RecordForm
        onSubmit={edit.submit}
        onCancel={() => void navigate({ to: '/record' as string })}
        hasUnsaved={edit.hasUnsaved}
        isSaving={edit.isSaving}
        problem={edit.problem}
        fields={FIELDS}
      >
        <TextInput data-wide label="Tên khoản viện trợ" required {...edit.form.getInputProps('name_vi')} />
        <TextInput label="Bên cung cấp" {...edit.form.getInputProps('donor')} />
        <DateField label="Ngày tiếp nhận" />
        <Textarea data-wide label="Ghi chú" autosize minRows={3} {...edit.form.getInputProps('note')} />
      </RecordForm>
      {edit.conflict && (
        <ConflictDialog<Values>
          conflict={edit.conflict}
          fields={{
            name_vi: { label: 'Tên khoản viện trợ' },
            donor: { label: 'Bên cung cấp' },
            note: { label: 'Ghi chú' },
          }}
          onMerge={edit.merge}
          onClose={edit.dismissConflict}
        />
      )}
    </>
  );
}
