import '@mantine/spotlight/styles.layer.css';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconLanguage, IconLogout, IconMoon, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { setLanguage } from '../../shared/i18n/setup';
import { useSections } from '../layout/sections';
import { useSignOut } from '../layout/useSignOut';
import { fold } from './fold';

const [store, spotlight] = createSpotlight();

/** Ctrl-K: every section and every standing command, found with or without Vietnamese marks. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const leave = useSignOut();
  useEffect(() => spotlight.open(), []);

  const pages = useSections()().map(({ key, to, icon: Icon }) => ({
    id: key,
    label: t(`nav.${key}`),
    keywords: fold(t(`nav.${key}`)),
    leftSection: <Icon size={18} stroke={1.6} aria-hidden />,
    onClick: () => void navigate({ to: to as string }),
  }));
  const commands: SpotlightActionData[] = [
    {
      id: 'scheme',
      label: isDark ? t('shell.light') : t('shell.dark'),
      leftSection: <IconMoon size={18} aria-hidden />,
      onClick: () => setColorScheme(isDark ? 'light' : 'dark'),
    },
    {
      id: 'language',
      label: i18n.language === 'en' ? 'Tiếng Việt' : 'English',
      leftSection: <IconLanguage size={18} aria-hidden />,
      onClick: () => void setLanguage(i18n.language === 'en' ? 'vi' : 'en'),
    },
    {
      id: 'leave',
      label: t('session.sign_out'),
      leftSection: <IconLogout size={18} aria-hidden />,
      onClick: () => leave.mutate(),
    },
  ];
  return (
    <Spotlight
      store={store}
      shortcut={null}
      onSpotlightClose={onClose}
      nothingFound={t('palette.nothing')}
      actions={[
        { group: t('palette.sections'), actions: pages },
        { group: t('palette.commands'), actions: commands },
      ]}
      filter={(query, actions) =>
        actions
          .map((entry) =>
            'actions' in entry
              ? {
                  ...entry,
                  actions: entry.actions.filter(({ label }) => fold(label ?? '').includes(fold(query))),
                }
              : entry,
          )
          .filter((entry) => !('actions' in entry) || entry.actions.length > 0)
      }
      searchProps={{
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
        leftSection: <IconSearch size={18} aria-hidden />,
      }}
    />
  );
}
