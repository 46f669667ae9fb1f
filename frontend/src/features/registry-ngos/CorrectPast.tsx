import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/preconditions';
import { formatDate } from '../../shared/format/dates';
import { StepButton } from '../../shared/ui/kept/StepButton';
import type { Field } from '../../shared/ui/kept/sheet';
import { useNames } from '../../shared/ui/kept/useNames';
import type { Values } from '../../shared/ui/kept/values';
import type { Certificate } from './ngos';

/** Correct what the certificate said before an amendment, one entry at a time, with the reason. */
export function CorrectPast({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation();
  const { provinces, sectors } = useNames();
  const former = certificate.former ?? [];
  const fields: Field[] = [
    { name: 'until', label: t('registry_certificates.past.until'), kind: 'day', required: true },
    { name: 'number', label: t('registry_certificates.field.number'), kind: 'text', required: true },
    { name: 'issuer', label: t('registry_certificates.field.issuer'), kind: 'text', required: true },
    {
      name: 'provinces',
      label: t('registry_certificates.field.provinces'),
      kind: 'several',
      options: provinces,
      required: true,
    },
    {
      name: 'sectors',
      label: t('registry_certificates.field.sectors'),
      kind: 'several',
      options: sectors,
    },
    { name: 'reason', label: t('action.reason'), kind: 'lines', required: true },
  ];
  const correct = (place: number, { reason, ...entry }: Values) =>
    body(
      registry.POST('/v1/certificates/{certificate_id}/past', {
        params: { path: { certificate_id: certificate.id }, header: ifMatch(certificate) },
        // the form asks for each of these; the server refuses what is not of its contract
        body: {
          former: former.map((one, at) => (at === place ? (entry as typeof one) : one)),
          reason: String(reason),
        },
      }),
    );
  return (
    <Group gap="xs" mt={4} className="no-print">
      {former.map((one, place) => (
        <StepButton
          key={one.until}
          label={t('registry_certificates.past.correct', { date: formatDate(one.until) })}
          consequence={t('registry_certificates.past.hint')}
          given={one}
          fields={fields}
          run={(values) => correct(place, values)}
        />
      ))}
    </Group>
  );
}
