import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import type vi from '../../shared/i18n/vi.json';
import type { Field, Sheet } from '../../shared/ui/kept/sheet';
import { useNames } from '../../shared/ui/kept/useNames';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { FORMS, STATUSES, type Status, tone, type Unit, units } from './units';

const PRECISIONS = ['day', 'month', 'quarter', 'year'] as const;
type Done = keyof typeof vi.registry_units.done;

/** What a union is reached by: its own staff change this. */
const OWN = ['address', 'phone', 'fax', 'email', 'website', 'short_name', 'note'];

/** What one of them consists of; `ownOnly`: only what its own staff may change. */
export function useUnitSheet(ownOnly = false): Sheet<Unit, Unit> {
  const { t } = useTranslation();
  const names = useNames();
  const isNational = useQuery(sessionQuery).data?.person.national === true;
  return useMemo(() => {
    const label = (name: keyof typeof vi.registry_units.field) => t(`registry_units.field.${name}`);
    const status = STATUSES.map((value) => ({ value, label: t(`registry_units.status.${value}`) }));
    const level = (['central', 'local'] as const).map((value) => ({
      value,
      label: t(`registry_units.level.${value}`),
    }));
    const form = FORMS.map((value) => ({ value, label: t(`registry_units.form.${value}`) }));
    const precision = PRECISIONS.map((value) => ({ value, label: t(`kept.known_to.${value}`) }));
    const fields: Field[] = [
      {
        name: 'code',
        label: label('code'),
        kind: 'text',
        required: true,
        fixed: true,
        hint: t('registry_units.code_hint'),
      },
      { name: 'name_vi', label: label('name_vi'), kind: 'text', required: true, wide: true },
      { name: 'name_en', label: label('name_en'), kind: 'text', wide: true },
      { name: 'short_name', label: label('short_name'), kind: 'text' },
      { name: 'aliases', label: label('aliases'), kind: 'list' },
      { name: 'address', label: label('address'), kind: 'text', wide: true },
      { name: 'phone', label: label('phone'), kind: 'text' },
      { name: 'fax', label: label('fax'), kind: 'text' },
      { name: 'email', label: label('email'), kind: 'text' },
      { name: 'website', label: label('website'), kind: 'text' },
      { name: 'level', label: label('level'), kind: 'choice', options: level, shownOnly: true },
      { name: 'founded', label: label('founded'), kind: 'day' },
      { name: 'founded_precision', label: t('kept.precision'), kind: 'choice', options: precision },
      {
        name: 'provinces',
        label: label('provinces'),
        kind: 'several',
        options: names.provinces,
        fixed: true,
      },
      { name: 'status', label: label('status'), kind: 'choice', options: status, required: true },
      { name: 'status_as_of', label: label('status_as_of'), kind: 'day' },
      { name: 'valid_to', label: label('valid_to'), kind: 'day' },
      { name: 'successor_code', label: label('successor_code'), kind: 'choice', options: names.codes },
      { name: 'successor_from', label: label('successor_from'), kind: 'day' },
      { name: 'succession_form', label: label('succession_form'), kind: 'choice', options: form },
      { name: 'source', label: label('source'), kind: 'text', required: true, wide: true },
      { name: 'verified', label: t('kept.field.verified'), kind: 'flag' },
      { name: 'note', label: label('note'), kind: 'lines' },
    ];
    return {
      calls: units,
      create: 'registry_create_unit',
      isEnteredElsewhere: !isNational,
      to: '/registry/units',
      fields: ownOnly ? fields.filter(({ name }) => OWN.includes(name)) : fields,
      columns: ['code', 'status_as_of'],
      optional: ['level', 'name_en', 'phone', 'email'],
      filters: [
        { key: 'status', label: label('status'), kind: 'choice', options: status },
        { key: 'level', label: label('level'), kind: 'choice', options: level },
        { key: 'as_of', label: t('registry_units.filter.as_of'), kind: 'date' },
      ],
      sortable: 'name',
      sortsByName: true,
      title: (unit) => unit.name_vi,
      badge: (unit) => (
        <StatusBadge tone={tone(unit.status)} label={t(`registry_units.status.${unit.status as Status}`)} />
      ),
      text: {
        title: t('registry_units.title'),
        add: t('registry_units.add'),
        search: t('registry_units.search'),
        empty: t('registry_units.empty'),
        empty_hint: t('registry_units.empty_hint'),
        name: label('name_vi'),
        done: (action) => t(`registry_units.done.${action as Done}`),
      },
    };
  }, [t, names, ownOnly, isNational]);
}
