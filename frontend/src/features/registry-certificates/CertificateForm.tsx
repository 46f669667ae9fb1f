import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../shared/api/generated/registry';
import { ConflictDialog } from '../../shared/ui/form/Conflict';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { useRecordForm } from '../../shared/ui/form/useRecordForm';
import { PageHeader } from '../../shared/ui/PageHeader';
import { CertificateFields } from './CertificateFields';
import { type Certificate, certificateQuery } from './certificate';
import { changeCertificate, createCertificate } from './save';
import { useFieldTexts } from './useFieldTexts';
import { FIELDS, toValues, toWire, type Values } from './values';

type Props = { ngo: components['schemas']['NgoOut']; certificate?: Certificate };

/** Entering a certificate of this NGO, or correcting one that is loaded. */
export function CertificateForm({ ngo, certificate }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const texts = useFieldTexts();
  const there = {
    to: '/registry/ngos/$ngoId',
    params: { ngoId: ngo.id },
    search: { tab: 'certificates' },
  } as const;
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  const edit = useRecordForm<Values, Certificate>({
    record: certificate,
    toValues,
    validate: {
      number: needed,
      issuer: needed,
      issued_on: needed,
      valid_from: needed,
      provinces: (codes) => (codes.length > 0 ? null : t('form.required')),
    },
    save: (values, { version, key }) =>
      certificate && version !== undefined
        ? changeCertificate(certificate.id, version, toWire(values))
        : createCertificate({ ...toWire(values), ngo_id: ngo.id }, key),
    ...(certificate && {
      reload: () => client.fetchQuery({ ...certificateQuery(certificate.id), staleTime: 0 }),
    }),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['registry', 'certificates'] });
      void client.invalidateQueries({ queryKey: ['registry', 'statistics'] });
      void navigate(there);
    },
  });
  return (
    <>
      <PageHeader
        back={<Link {...there}>{ngo.name_vi}</Link>}
        title={
          certificate
            ? t('registry_certificates.edit_title', { number: certificate.number })
            : t('registry_certificates.add')
        }
      />
      <RecordForm
        onSubmit={edit.submit}
        onCancel={() => void navigate(there)}
        hasUnsaved={edit.hasUnsaved}
        isSaving={edit.isSaving}
        problem={edit.problem}
        fields={FIELDS}
      >
        <CertificateFields form={edit.form} />
      </RecordForm>
      {edit.conflict && (
        <ConflictDialog<Values>
          conflict={edit.conflict}
          fields={texts}
          onMerge={edit.merge}
          onClose={edit.dismissConflict}
        />
      )}
    </>
  );
}
