import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { May } from '../../shared/ui/May';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { grantsQuery } from './grants';
import type { GrantSearch } from './search';
import { useGrantColumns } from './useGrantColumns';
import { useGrantFilters } from './useGrantFilters';

const route = getRouteApi('/shell/aid/grants');

export function GrantList() {
  const { t } = useTranslation();
  const search: GrantSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(grantsQuery(search)));
  const columns = useGrantColumns();
  const filters = useGrantFilters();
  return (
    <ListScreen
      name="aid-grants"
      text={{
        title: t('aid_grants.title'),
        search: t('aid_grants.search'),
        empty: t('aid_grants.empty'),
        empty_hint: t('aid_grants.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      hasViews
      file={{ path: '/api/aid/v1/grants', name: 'khoan-vien-tro' }}
      actions={
        <May do="aid_create_grant">
          <Button component={Link} to="/aid/grants/new">
            {t('aid_grants.add')}
          </Button>
        </May>
      }
    />
  );
}
