import { Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconMoon, IconShieldLock, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../shared/api/session';
import { PersonButton } from './PersonButton';
import classes from './UserMenu.module.css';
import { useSignOut } from './useSignOut';

export function UserMenu({ person, defaultOpened }: { person: Person; defaultOpened: boolean }) {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const leave = useSignOut();
  return (
    <Menu position="bottom-end" width={250} defaultOpened={defaultOpened}>
      <Menu.Target>
        <PersonButton person={person} />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.card}>
          <Text fw={600}>{person.name}</Text>
          <Text size="sm" c="dimmed">
            {[person.username, person.unit_code].filter(Boolean).join(' · ')}
          </Text>
          {person.national && (
            <Text size="sm" c="dimmed">
              {t('session.national')}
            </Text>
          )}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconShieldLock size={17} />} component={Link} to="/gateway/authenticators">
          {t('security.title')}
        </Menu.Item>
        <Menu.Item
          leftSection={isDark ? <IconSun size={17} /> : <IconMoon size={17} />}
          onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? t('shell.light') : t('shell.dark')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={17} />} onClick={() => leave.mutate()}>
          {t('session.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
