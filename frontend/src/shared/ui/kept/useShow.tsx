import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatImprecise, type ImpreciseDate } from '../../format/dates';
import { formatNumber } from '../../format/numbers';
import type { Field } from './sheet';

/** A field's value in words; an absent one is a dash. */
export function useShow(): (field: Field, value: unknown) => string {
  const { t } = useTranslation();
  return ({ kind, options = [] }, value) => {
    if (value === null || value === undefined || value === '') return '—';
    const called = (one: unknown) => options.find((option) => option.value === one)?.label ?? String(one);
    switch (kind) {
      case 'imprecise':
        return formatImprecise(value as ImpreciseDate);
      case 'day':
        return formatDate(String(value));
      case 'number':
        return formatNumber(Number(value));
      case 'flag':
        return t(value ? 'kept.yes' : 'kept.no');
      case 'choice':
        return called(value);
      case 'several':
        return (value as unknown[]).map(called).join(', ') || '—';
      case 'list':
        return (value as string[]).join('; ') || '—';
      default:
        return String(value);
    }
  };
}

/** The same where a web address may become a link. */
export function linked(text: string): ReactNode {
  return /^https?:\/\//.test(text) ? (
    <a href={text} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    text
  );
}
