import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { useNames } from '../../shared/ui/kept/useNames';
import { OUTCOMES, obligations, RULES } from '../../shared/ui/owed/owed';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import type { ObligationSearch } from './search';
import { useObligationColumns } from './useObligationColumns';

const route = getRouteApi('/shell/registry/obligations');
const FIRST_YEAR = 2022;

/** What organisations owe after the grant, and what came: notices, plans, annual reports. */
export function ObligationList() {
  const { t } = useTranslation();
  const { codes } = useNames();
  const search: ObligationSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(obligations.list(search)));
  const columns = useObligationColumns();
  const filters = useMemo((): Filter[] => {
    // a period begins in December of the year before
    const last = Number(today().slice(0, 4)) + 1;
    const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => String(last - back));
    const choice = (key: string, label: string, options: { value: string; label: string }[]) =>
      ({ key, label, kind: 'choice', options }) as const;
    return [
      choice(
        'rule',
        t('registry_obligations.field.rule'),
        RULES.map((value) => ({ value, label: t(`registry_obligations.rule.${value}`) })),
      ),
      choice(
        'status',
        t('registry_obligations.field.status'),
        (['open', ...OUTCOMES] as const).map((value) => ({
          value,
          label: t(`registry_obligations.status.${value}`),
        })),
      ),
      choice(
        'year',
        t('registry_obligations.field.year'),
        years.map((value) => ({ value, label: value })),
      ),
      choice('unit', t('registry_obligations.field.unit'), codes),
      { key: 'as_of', label: t('registry_obligations.field.as_of'), kind: 'date' },
    ];
  }, [t, codes]);
  return (
    <ListScreen
      name="registry-obligations"
      text={{
        title: t('registry_obligations.title'),
        lead: t('registry_obligations.lead'),
        search: t('registry_procedures.search'),
        empty: t('registry_obligations.empty'),
        empty_hint: t('registry_obligations.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      file={{ path: '/api/registry/v1/obligations', name: 'nghia-vu' }}
    />
  );
}
