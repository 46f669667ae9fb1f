import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { May } from '../../shared/ui/May';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { ngosQuery } from './ngos';
import type { NgoSearch } from './search';
import { useNgoColumns } from './useNgoColumns';
import { useNgoFilters } from './useNgoFilters';

const route = getRouteApi('/shell/registry/ngos');

export function NgoList() {
  const { t } = useTranslation();
  const search: NgoSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(ngosQuery(search)));
  const columns = useNgoColumns();
  return (
    <ListScreen
      name="registry-ngos"
      text={{
        title: t('registry_ngos.title'),
        search: t('registry_ngos.search'),
        empty: t('registry_ngos.empty'),
        empty_hint: t('registry_ngos.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={useNgoFilters(search)}
      hasViews
      file={{ path: '/api/registry/v1/ngos', name: 'to-chuc-pcpnn' }}
      actions={
        <>
          <May do="registry_create_import">
            <Button variant="default" component={Link} to="/registry/imports/new">
              {t('registry_ngos.import')}
            </Button>
          </May>
          <May do="registry_create_ngo">
            <Button component={Link} to="/registry/ngos/new">
              {t('registry_ngos.add')}
            </Button>
          </May>
        </>
      }
    />
  );
}
