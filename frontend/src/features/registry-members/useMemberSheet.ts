import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { type Member, type MemberItem, members } from './members';

type Done = keyof typeof vi.registry_members.done;
const LEVEL = ['central', 'local'] as const;
const KIND = ['union', 'friendship_association', 'club', 'overseas_liaison', 'institution', 'other'] as const;

/** What one of them consists of. */
export function useMemberSheet(): Sheet<MemberItem, Member> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    const level = LEVEL.map((value) => ({ value, label: t(`registry_members.level.${value}`) }));
    const kind = KIND.map((value) => ({ value, label: t(`registry_members.kind.${value}`) }));
    return {
      calls: members,
      create: 'registry_create_member',
      to: '/registry/members',
      fields: [
        unit,
        {
          name: 'name_vi',
          label: t('registry_members.field.name_vi'),
          kind: 'text',
          required: true,
          wide: true,
        },
        { name: 'name_en', label: t('registry_members.field.name_en'), kind: 'text', wide: true },
        { name: 'short_name', label: t('registry_members.field.short_name'), kind: 'text' },
        {
          name: 'level',
          label: t('registry_members.field.level'),
          kind: 'choice',
          options: level,
          required: true,
        },
        {
          name: 'kind',
          label: t('registry_members.field.kind'),
          kind: 'choice',
          options: kind,
          required: true,
        },
        {
          name: 'country',
          label: t('registry_members.field.country'),
          kind: 'choice',
          options: names.countries,
        },
        {
          name: 'union_id',
          label: t('registry_members.field.union_id'),
          kind: 'choice',
          options: names.units,
        },
        { name: 'host', label: t('registry_members.field.host'), kind: 'text' },
        {
          name: 'province_code',
          label: t('registry_members.field.province_code'),
          kind: 'choice',
          options: names.provinces,
        },
        { name: 'joined', label: t('registry_members.field.joined'), kind: 'imprecise' },
        { name: 'left', label: t('registry_members.field.left'), kind: 'imprecise' },
        { name: 'people', label: t('registry_members.field.people'), kind: 'number' },
        { name: 'people_on', label: t('registry_members.field.people_on'), kind: 'day' },
        { name: 'leader', label: t('registry_members.field.leader'), kind: 'text' },
        { name: 'address', label: t('registry_members.field.address'), kind: 'text', wide: true },
        { name: 'phone', label: t('registry_members.field.phone'), kind: 'text' },
        { name: 'email', label: t('registry_members.field.email'), kind: 'text' },
        { name: 'website', label: t('registry_members.field.website'), kind: 'text', wide: true },
        ...known,
      ],
      columns: ['level', 'kind', 'country', 'joined'],
      optional: ['host', 'people', 'leader', 'phone'],
      filters: [
        { key: 'unit', label: t('kept.field.unit_id'), kind: 'choice', options: names.codes },
        { key: 'level', label: t('registry_members.field.level'), kind: 'choice', options: level },
        { key: 'kind', label: t('registry_members.field.kind'), kind: 'choice', options: kind },
        {
          key: 'country',
          label: t('registry_members.field.country'),
          kind: 'choice',
          options: names.countries,
        },
        { key: 'as_of', label: t('registry_members.filter.as_of'), kind: 'date' },
      ],
      sortable: 'name',
      sortsByName: true,
      title: (record) => record.name_vi,

      text: {
        title: t('registry_members.title'),
        add: t('registry_members.add'),
        search: t('registry_members.search'),
        empty: t('registry_members.empty'),
        empty_hint: t('registry_members.empty_hint'),
        name: t('registry_members.field.name_vi'),
        done: (action) => t(`registry_members.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
