import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { Unverified } from './Unverified';
import { allUnitsQuery, type Unit } from './units';

type Step = { other: Unit; from: string | null; verified: boolean };

/** Who took over from this union, and from whom it took over. */
export function Succession({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const all = useQuery(allUnitsQuery);
  const line = (sentence: 'followed_by' | 'follows', { other, from, verified }: Step) => (
    <List.Item key={other.id}>
      {t(`registry_units.${sentence}`)}{' '}
      <Link to="/registry/units/$unitId" params={{ unitId: other.id }}>
        {other.name_vi}
      </Link>
      {from && ` ${t('registry_units.from', { date: formatDate(from) })}`} <Unverified verified={verified} />
    </List.Item>
  );
  return (
    <Panel title={t('registry_units.succession')}>
      <QueryState query={all}>
        {({ items }) => {
          const after = items.filter(({ code }) => code === unit.successor_code);
          const before = items.filter(({ successor_code }) => successor_code === unit.code);
          if (after.length + before.length === 0) return <p>{t('registry_units.no_succession')}</p>;
          return (
            <List spacing={6} size="sm">
              {after.map((other) =>
                line('followed_by', { other, from: unit.successor_from, verified: unit.verified }),
              )}
              {before.map((other) =>
                line('follows', { other, from: other.successor_from, verified: other.verified }),
              )}
            </List>
          );
        }}
      </QueryState>
    </Panel>
  );
}
