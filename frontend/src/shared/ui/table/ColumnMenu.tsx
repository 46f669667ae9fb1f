import { Button, Menu } from '@mantine/core';
import { IconCheck, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import type { Visibility } from './useColumns';

type Props<Row> = { columns: readonly Column<Row>[]; visibility: Visibility; onToggle: (id: string) => void };

export function ColumnMenu<Row>({ columns, visibility, onToggle }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconColumns3 size={17} stroke={1.6} aria-hidden />}>
          {t('list.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter(({ primary }) => !primary)
          .map(({ id, header }) => (
            <Menu.Item
              key={id}
              role="menuitemcheckbox"
              aria-checked={visibility[id]}
              onClick={() => onToggle(id)}
              leftSection={<IconCheck size={16} opacity={visibility[id] ? 1 : 0} aria-hidden />}
            >
              {header}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
