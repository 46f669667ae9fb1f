/** A certificate as a form holds it, and back as the wire wants it. */
import type { Certificate, Kind } from './certificate';
import type { CertificateFacts } from './save';

export type Values = {
  kind: Kind;
  number: string;
  issuer: string;
  issued_on: string | null;
  valid_from: string | null;
  valid_to: string | null;
  ended_on: string | null;
  provinces: string[];
  sectors: string[];
};

export const FIELDS = [
  'kind',
  'number',
  'issuer',
  'issued_on',
  'valid_from',
  'valid_to',
  'ended_on',
  'provinces',
  'sectors',
] as const;

export function toValues(certificate: Certificate | undefined): Values {
  return {
    kind: certificate?.kind ?? 'operation',
    number: certificate?.number ?? '',
    issuer: certificate?.issuer ?? '',
    issued_on: certificate?.issued_on ?? null,
    valid_from: certificate?.valid_from ?? null,
    valid_to: certificate?.valid_to ?? null,
    ended_on: certificate?.ended_on ?? null,
    provinces: certificate?.provinces ?? [],
    sectors: certificate?.sectors ?? [],
  };
}

export function toWire({ issued_on, valid_from, ...values }: Values): CertificateFacts {
  return {
    ...values,
    number: values.number.trim(),
    issuer: values.issuer.trim(),
    issued_on: issued_on ?? '',
    valid_from: valid_from ?? '',
  };
}
