import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../shared/ui/DateText';
import { useNames } from '../../shared/ui/kept/useNames';
import { OwedRule } from '../../shared/ui/owed/OwedRule';
import { OwedState } from '../../shared/ui/owed/OwedState';
import type { Owed } from '../../shared/ui/owed/owed';
import { TellOwed } from '../../shared/ui/owed/TellOwed';
import type { Column } from '../../shared/ui/table/column';

/** The columns of what is owed, in the reader's language. */
export function useObligationColumns(): Column<Owed>[] {
  const { t } = useTranslation();
  const { units } = useNames();
  return useMemo(
    () => [
      {
        id: 'rule',
        header: t('registry_obligations.field.rule'),
        primary: true,
        cell: (owed) => <OwedRule owed={owed} isBrief />,
      },
      {
        id: 'ngo',
        header: t('registry_obligations.field.who'),
        wide: true,
        cell: ({ ngo_id, ngo_name_vi, unit_id }) =>
          ngo_id ? (
            <Link to="/registry/ngos/$ngoId" params={{ ngoId: ngo_id }} search={{ tab: 'certificates' }}>
              {ngo_name_vi}
            </Link>
          ) : (
            units.find(({ value }) => value === unit_id)?.label
          ),
      },
      {
        id: 'due_on',
        header: t('registry_obligations.field.due_on'),
        sortable: true,
        cell: ({ due_on }) => <DateText value={due_on} />,
      },
      {
        id: 'status',
        header: t('registry_obligations.field.status'),
        wide: true,
        cell: (owed) => <OwedState owed={owed} />,
      },
      { id: 'tell', header: t('registry_obligations.field.tell'), cell: (owed) => <TellOwed owed={owed} /> },
    ],
    [t, units],
  );
}
