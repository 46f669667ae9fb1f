import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../shared/ui/DateText';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import { Unverified } from './Unverified';
import { type Status, tone, type Unit } from './units';

export function useUnitColumns(): Column<Unit>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('registry_units.field.name_vi'),
        primary: true,
        cell: ({ id, name_vi }) => (
          <Link to="/registry/units/$unitId" params={{ unitId: id }}>
            {name_vi}
          </Link>
        ),
      },
      { id: 'code', header: t('registry_units.field.code'), cell: ({ code }) => code },
      {
        id: 'status',
        header: t('registry_units.field.status'),
        cell: ({ status }) => (
          <StatusBadge tone={tone(status)} label={t(`registry_units.status.${status as Status}`)} />
        ),
      },
      {
        id: 'status_as_of',
        header: t('registry_units.field.status_as_of'),
        cell: ({ status_as_of }) => <DateText value={status_as_of} />,
      },
      {
        id: 'phone',
        header: t('registry_units.field.phone'),
        optional: true,
        cell: ({ phone }) => phone ?? '—',
      },
      {
        id: 'verified',
        header: t('registry_units.field.verified'),
        cell: ({ verified }) => (verified ? t('registry_units.verified') : <Unverified verified={false} />),
      },
    ],
    [t],
  );
}
