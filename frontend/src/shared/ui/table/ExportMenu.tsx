import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download, type Format } from '../../api/download';

type Props = { path: string; search: Record<string, string | undefined>; name: string };

/** Exports what the list shows: same address, same filters, same order. */
export function ExportMenu({ path, search, name }: Props) {
  const { t } = useTranslation();
  const fetchFile = useMutation({
    mutationFn: (format: Format) => {
      const query = new URLSearchParams(
        Object.entries(search).flatMap(([key, value]) => (value ? [[key, value]] : [])),
      );
      return download(path, query, format, name);
    },
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={fetchFile.isPending}
          leftSection={<IconDownload size={17} stroke={1.6} aria-hidden />}
        >
          {t('list.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => fetchFile.mutate('xlsx')}>{t('list.export_xlsx')}</Menu.Item>
        <Menu.Item onClick={() => fetchFile.mutate('csv')}>{t('list.export_csv')}</Menu.Item>
        <Menu.Item onClick={() => fetchFile.mutate('ndjson')}>{t('list.export_ndjson')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
