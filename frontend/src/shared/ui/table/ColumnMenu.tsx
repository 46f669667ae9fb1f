import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import type { Visibility } from './useColumns';

type Props<Row> = { columns: readonly Column<Row>[]; visibility: Visibility; onToggle: (id: string) => void };

export function ColumnMenu<Row>({ columns, visibility, onToggle }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconColumns3 size={17} stroke={1.6} aria-hidden />}>
          {t('list.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter(({ primary }) => !primary)
          .map(({ id, header }) => (
            <Menu.CheckboxItem key={id} checked={visibility[id] ?? false} onChange={() => onToggle(id)}>
              {header}
            </Menu.CheckboxItem>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
