import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/EmptyState';
import { May } from '../../shared/ui/May';
import { PageHeader } from '../../shared/ui/PageHeader';
import { DataTable } from '../../shared/ui/table/DataTable';
import { ListPage } from '../../shared/ui/table/ListPage';
import { useColumns } from '../../shared/ui/table/useColumns';
import { useList } from '../../shared/ui/table/useList';
import { importsQuery } from './imports';
import { useImportColumns } from './useImportColumns';

/** The lists handed in so far, newest first. */
export function ImportList() {
  const { t } = useTranslation();
  const list = useList(useInfiniteQuery(importsQuery));
  const columns = useImportColumns();
  const { visibility } = useColumns('registry-imports', columns);
  return (
    <ListPage>
      <PageHeader
        title={t('registry_imports.title')}
        lead={t('registry_imports.lead')}
        actions={
          <May do="registry_create_import">
            <Button component={Link} to="/registry/imports/new">
              {t('registry_imports.add')}
            </Button>
          </May>
        }
      />
      <DataTable
        label={t('registry_imports.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        empty={<EmptyState title={t('registry_imports.empty')} hint={t('registry_imports.empty_hint')} />}
      />
    </ListPage>
  );
}
