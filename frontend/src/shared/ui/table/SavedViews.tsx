import { Button, Menu, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Values = Record<string, string | undefined>;
type View = { name: string; search: Values };
type Props = { list: string; search: Values; onOpen: (search: Values) => void };

/** Filters and order under a name of one's own, kept on this device; the URL shares them with others. */
export function SavedViews({ list, search, onOpen }: Props) {
  const { t } = useTranslation();
  const [views, setViews] = useLocalStorage<View[]>({
    key: `views.${list}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const [name, setName] = useState('');
  const keep = () => {
    if (!name.trim()) return;
    setViews((old) => [...old.filter((view) => view.name !== name.trim()), { name: name.trim(), search }]);
    setName('');
  };
  return (
    <Menu position="bottom-end" width={270} trapFocus>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark size={17} stroke={1.6} aria-hidden />}>
          {t('views.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.map((view) => (
          <Menu.Item key={view.name} onClick={() => onOpen(view.search)}>
            {view.name}
          </Menu.Item>
        ))}
        {views.map((view) => (
          <Menu.Item
            key={view.name}
            c="dimmed"
            fz="xs"
            leftSection={<IconX size={13} aria-hidden />}
            onClick={() => setViews((old) => old.filter((each) => each !== view))}
          >
            {t('views.remove', { name: view.name })}
          </Menu.Item>
        ))}
        {views.length > 0 && <Menu.Divider />}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextInput
            m={6}
            size="sm"
            label={t('views.name')}
            placeholder={t('views.example')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button m={6} mt={2} size="xs" type="submit" disabled={!name.trim()}>
            {t('views.keep')}
          </Button>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
