import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import type { FieldText } from '../../shared/ui/form/ConflictDialog';
import type { Values } from './values';

/** How the fields of a certificate are called and shown where two versions stand side by side. */
export function useFieldTexts(): FieldText<Values> {
  const { t } = useTranslation();
  const label = (name: keyof Values) => t(`registry_certificates.field.${name}`);
  const day = (value: string | null) => (value ? formatDate(value) : '');
  const list = (codes: readonly string[]) => codes.join(', ');
  return {
    kind: { label: label('kind'), show: (kind) => t(`registry_certificates.kind.${kind}`) },
    number: { label: label('number') },
    issuer: { label: label('issuer') },
    issued_on: { label: label('issued_on'), show: day },
    valid_from: { label: label('valid_from'), show: day },
    valid_to: { label: label('valid_to'), show: day },
    ended_on: { label: label('ended_on'), show: day },
    provinces: { label: label('provinces'), show: list },
    sectors: { label: label('sectors'), show: list },
  };
}
