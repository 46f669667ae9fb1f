/** A dossier as a form holds it: texts, never null; and back as the wire wants it. */
import type { Grant } from './grant';
import type { GrantIn } from './save';
import type { Form } from './words';

export type Share = { code: string; percentage: string };
export type Values = {
  title_vi: string;
  title_en: string;
  form: Form;
  donor_id: string | null;
  recipient_id: string | null;
  managing_agency: string;
  authority: string;
  purpose: string;
  amount: string;
  currency: string;
  provinces: string[];
  sectors: Share[];
  starts_on: string | null;
  ends_on: string | null;
};

export function toValues(grant: Grant | undefined): Values {
  return {
    title_vi: grant?.title_vi ?? '',
    title_en: grant?.title_en ?? '',
    form: grant?.form ?? 'non_project',
    donor_id: grant?.donor_id ?? null,
    recipient_id: grant?.recipient_id ?? null,
    managing_agency: grant?.managing_agency ?? '',
    authority: grant?.authority ?? '',
    purpose: grant?.purpose ?? '',
    amount: grant?.amount?.amount ?? '',
    currency: grant?.amount?.currency ?? 'VND',
    provinces: grant?.provinces ?? [],
    sectors: grant?.sectors.map(({ code, percentage }) => ({ code, percentage })) ?? [],
    starts_on: grant?.starts_on ?? null,
    ends_on: grant?.ends_on ?? null,
  };
}

const some = (text: string) => text.trim() || null;

export function toWire({ amount, currency, ...values }: Values): GrantIn {
  return {
    ...values,
    title_vi: values.title_vi.trim(),
    title_en: some(values.title_en),
    managing_agency: some(values.managing_agency),
    authority: some(values.authority),
    purpose: some(values.purpose),
    amount: amount.trim() ? { amount: amount.trim(), currency } : null,
  };
}

export const FIELDS = [
  'title_vi',
  'title_en',
  'form',
  'donor_id',
  'recipient_id',
  'managing_agency',
  'authority',
  'purpose',
  'amount',
  'currency',
  'provinces',
  'sectors',
  'starts_on',
  'ends_on',
] as const;
