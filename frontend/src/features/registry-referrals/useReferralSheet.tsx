import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { ReferralStatus } from './ReferralStatus';
import { type Referral, type ReferralItem, referrals } from './referrals';

type Done = keyof typeof vi.registry_referrals.done;
const STATUS = ['introduced', 'accepted', 'visited', 'concluded', 'declined'] as const;

/** What one of them consists of. */
export function useReferralSheet(): Sheet<ReferralItem, Referral> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    const status = STATUS.map((value) => ({ value, label: t(`registry_referrals.status.${value}`) }));
    return {
      calls: referrals,
      create: 'registry_create_referral',
      to: '/registry/referrals',
      fields: [
        unit,
        {
          name: 'ngo_id',
          label: t('registry_referrals.field.ngo_id'),
          kind: 'ngo',
          required: true,
          wide: true,
          fixed: true,
          formOnly: true,
        },
        {
          name: 'to_unit_id',
          label: t('registry_referrals.field.to_unit_id'),
          kind: 'choice',
          options: names.units,
          required: true,
          fixed: true,
        },
        {
          name: 'introduced_on',
          label: t('registry_referrals.field.introduced_on'),
          kind: 'day',
          required: true,
        },
        {
          name: 'need_id',
          label: t('registry_referrals.field.need_id'),
          kind: 'need',
          wide: true,
          formOnly: true,
        },
        { name: 'letter', label: t('registry_referrals.field.letter'), kind: 'text' },
        ...known,
      ],
      columns: ['to_unit_id', 'introduced_on'],
      optional: ['letter'],
      filters: [
        { key: 'unit', label: t('registry_referrals.filter.unit'), kind: 'choice', options: names.codes },
        { key: 'status', label: t('registry_referrals.filter.status'), kind: 'choice', options: status },
        { key: 'introduced_from', label: t('registry_referrals.filter.introduced_from'), kind: 'date' },
        { key: 'introduced_to', label: t('registry_referrals.filter.introduced_to'), kind: 'date' },
      ],
      sortable: 'introduced_on',
      title: (record) => record.ngo_name,
      badge: (record) => <ReferralStatus status={record.status} />,

      text: {
        title: t('registry_referrals.title'),
        add: t('registry_referrals.add'),
        search: t('registry_referrals.search'),
        empty: t('registry_referrals.empty'),
        empty_hint: t('registry_referrals.empty_hint'),
        name: t('registry_referrals.field.ngo_id'),
        done: (action) => t(`registry_referrals.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
