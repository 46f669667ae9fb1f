import { Group, Select, Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { formatDate, today } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import { DateField } from '../../shared/ui/form/DateField';
import { Marks } from '../../shared/ui/kept/Marks';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { CoverageSearch } from './search';

const route = getRouteApi('/shell/registry/coverage');
const STATUSES = ['union', 'case', 'none'] as const;
const TONES = { union: 'good', case: 'progress', none: 'warning' } as const;
type Row = components['schemas']['CoverageRow'];

/** Which provinces have a union, on any day, under the boundaries of then or of now. */
export function Coverage() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: CoverageSearch) =>
    void navigate({ search: { ...search, ...next } as CoverageSearch, replace: true });
  const found = useQuery({
    queryKey: ['registry', 'coverage', search],
    queryFn: ({ signal }) => body(registry.GET('/v1/coverage', { params: { query: search }, signal })),
    placeholderData: keepPreviousData,
  });
  const called = (one: { name_vi: string; name_en: string }) =>
    i18n.language === 'en' ? one.name_en : one.name_vi;
  return (
    <>
      <PageHeader title={t('registry_coverage.title')} lead={t('registry_coverage.lead')} />
      <Group mb="md" align="flex-end">
        <DateField
          label={t('registry_coverage.as_of')}
          value={search.as_of ?? today()}
          onChange={(day) => change({ as_of: day ?? undefined } as CoverageSearch)}
        />
        <Select
          label={t('registry_coverage.boundaries')}
          data={(['then', 'now'] as const).map((value) => ({
            value,
            label: t(`registry_coverage.of.${value}`),
          }))}
          value={search.boundaries ?? 'then'}
          allowDeselect={false}
          onChange={(value) => change({ boundaries: value === 'now' ? 'now' : undefined } as CoverageSearch)}
        />
        <Select
          label={t('registry_coverage.status')}
          placeholder={t('list.any')}
          data={STATUSES.map((value) => ({ value, label: t(`registry_coverage.has.${value}`) }))}
          value={search.status ?? null}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          onChange={(value) => change({ status: value ?? undefined } as CoverageSearch)}
        />
      </Group>
      <QueryState query={found}>
        {({ items, totals, provinces, as_of }) => (
          <Panel
            title={t('registry_coverage.counted', {
              date: formatDate(as_of),
              number: formatNumber(provinces),
            })}
          >
            <Group mb="md">
              {STATUSES.map((status) => (
                <StatusBadge
                  key={status}
                  tone={TONES[status]}
                  label={`${t(`registry_coverage.has.${status}`)}: ${formatNumber(totals[status])}`}
                />
              ))}
            </Group>
            <Table.ScrollContainer minWidth={560}>
              <Table verticalSpacing="sm" aria-label={t('registry_coverage.title')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('registry_coverage.province')}</Table.Th>
                    <Table.Th>{t('registry_coverage.status')}</Table.Th>
                    <Table.Th>{t('registry_coverage.union')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((row) => (
                    <Table.Tr key={row.province_code}>
                      <Table.Td>
                        {called(row)}
                        {row.parts.length > 1 && <Parts row={row} called={called} />}
                      </Table.Td>
                      <Table.Td>
                        <StatusBadge
                          tone={TONES[row.status]}
                          label={t(`registry_coverage.has.${row.status}`)}
                        />
                      </Table.Td>
                      <Table.Td>
                        <Found row={row} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Panel>
        )}
      </QueryState>
    </>
  );
}

/** The provinces of then that lie in a province of now. */
function Parts({ row, called }: { row: Row; called: (one: Row['parts'][number]) => string }) {
  const { t } = useTranslation();
  const texts = row.parts.map((part) => `${called(part)}: ${t(`registry_coverage.has.${part.status}`)}`);
  return <div>{texts.join('; ')}</div>;
}

function Found({ row: { unit, founding_id } }: { row: Row }) {
  const { t } = useTranslation();
  if (unit)
    return (
      <>
        <Link to="/registry/units/$unitId" params={{ unitId: unit.id }}>
          {unit.name_vi}
        </Link>{' '}
        <Marks demo={unit.demo} verified={unit.verified} />
      </>
    );
  return founding_id ? (
    <Link to="/registry/foundings/$foundingId" params={{ foundingId: founding_id }}>
      {t('registry_coverage.case')}
    </Link>
  ) : (
    '—'
  );
}
