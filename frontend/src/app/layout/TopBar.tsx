import { ActionIcon, Burger } from '@mantine/core';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';
import { PersonButton } from './PersonButton';
import classes from './TopBar.module.css';

// Menus need the positioning library, which the first screen does without.
const UserMenu = lazy(() => import('./UserMenu').then((m) => ({ default: m.UserMenu })));

type Props = { menuOpen: boolean; onMenu: () => void; onPalette: () => void; onHelp: () => void };

export function TopBar({ menuOpen, onMenu, onPalette, onHelp }: Props) {
  const { t } = useTranslation();
  const person = useQuery(sessionQuery).data?.person;
  // A press before the menu has loaded opens it when it has.
  const [isAsked, setAsked] = useState(false);
  return (
    <header className={classes.bar} data-shell>
      <Burger
        className={classes.burger}
        opened={menuOpen}
        onClick={onMenu}
        size="sm"
        aria-label={t('shell.menu')}
      />
      <span className={classes.brand}>
        <Brand />
      </span>
      <button type="button" className={classes.search} onClick={onPalette}>
        <IconSearch size={17} stroke={1.7} aria-hidden />
        <span>{t('shell.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className={classes.tools}>
        <ActionIcon
          className={classes.help}
          variant="subtle"
          color="gray"
          size="lg"
          title={t('help.title')}
          aria-label={t('help.title')}
          onClick={onHelp}
        >
          <IconHelp size={20} stroke={1.6} />
        </ActionIcon>
        <LanguageSwitch />
        {person && (
          <Suspense fallback={<PersonButton person={person} onClick={() => setAsked(true)} />}>
            <UserMenu person={person} defaultOpened={isAsked} />
          </Suspense>
        )}
      </div>
    </header>
  );
}
