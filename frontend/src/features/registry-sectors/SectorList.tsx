import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { keyset } from '../../shared/api/keyset';
import { formatDate } from '../../shared/format/dates';
import { Marks } from '../../shared/ui/kept/Marks';
import type { Column } from '../../shared/ui/table/column';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';

type Sector = components['schemas']['SectorOut'];

const sectorsQuery = keyset(['registry', 'sectors', 'list'], ({ cursor, signal }) =>
  body(registry.GET('/v1/sectors', { params: { query: { limit: 200, ...(cursor && { cursor }) } }, signal })),
);

/** The fields of work as the unions name them, with the codes of the DAC that each may be of. */
export function SectorList() {
  const { t, i18n } = useTranslation();
  const list = useList(useInfiniteQuery(sectorsQuery));
  const names = useMemo(() => new Map(list.rows.map((one) => [one.code, one])), [list.rows]);
  const columns = useMemo((): Column<Sector>[] => {
    const named = (one: Sector | undefined) => (i18n.language === 'en' ? one?.name_en : one?.name_vi) ?? '—';
    return [
      { id: 'name', header: t('registry_sectors.name'), primary: true, cell: named },
      {
        id: 'parent',
        header: t('registry_sectors.parent'),
        cell: ({ parent }) => (parent ? named(names.get(parent)) : '—'),
      },
      { id: 'code', header: t('registry_sectors.code'), whole: true, cell: ({ code }) => code },
      {
        id: 'dac',
        header: t('registry_sectors.dac'),
        cell: ({ dac_code, dac_codes }) => (dac_codes.length ? dac_codes.join(', ') : (dac_code ?? '—')),
      },
      {
        id: 'marks',
        header: t('kept.state'),
        cell: ({ verified }) => <Marks demo={false} verified={verified} />,
      },
      { id: 'source', header: t('registry_sectors.source'), optional: true, cell: ({ source }) => source },
      {
        id: 'valid',
        header: t('registry_sectors.valid'),
        optional: true,
        cell: ({ valid_from, valid_to }) =>
          [valid_from, valid_to].map((day) => (day ? formatDate(day) : '…')).join(' – '),
      },
    ];
  }, [t, i18n.language, names]);
  return (
    <ListScreen
      name="registry-sectors"
      text={{
        title: t('registry_sectors.title'),
        lead: t('registry_sectors.lead'),
        empty: t('registry_sectors.empty'),
        empty_hint: t('registry_sectors.empty_hint'),
      }}
      columns={columns}
      list={list}
      file={{ path: '/api/registry/v1/sectors', name: 'linh-vuc' }}
    />
  );
}
