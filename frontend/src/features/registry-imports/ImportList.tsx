import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { May } from '../../shared/ui/May';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { importsQuery } from './imports';
import { useImportColumns } from './useImportColumns';

/** The lists handed in so far, newest first. */
export function ImportList() {
  const { t } = useTranslation();
  const list = useList(useInfiniteQuery(importsQuery));
  const columns = useImportColumns();
  return (
    <ListScreen
      name="registry-imports"
      text={{
        title: t('registry_imports.title'),
        lead: t('registry_imports.lead'),
        empty: t('registry_imports.empty'),
        empty_hint: t('registry_imports.empty_hint'),
      }}
      columns={columns}
      list={list}
      actions={
        <May do="registry_create_import">
          <Button component={Link} to="/registry/imports/new">
            {t('registry_imports.add')}
          </Button>
        </May>
      }
    />
  );
}
