import { useDisclosure } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Shell.module.css';
import { SideNav } from './SideNav';
import { TopBar } from './TopBar';
import { useShortcuts } from './useShortcuts';

const CommandPalette = lazy(() =>
  import('../palette/CommandPalette').then((m) => ({ default: m.CommandPalette })),
);
const HelpDialog = lazy(() => import('./HelpDialog').then((m) => ({ default: m.HelpDialog })));
const MobileMenu = lazy(() => import('./MobileMenu').then((m) => ({ default: m.MobileMenu })));

/** The frame around every screen: where you are, who you are, and the way to everything else. */
export function Shell() {
  const { t } = useTranslation();
  const [menuOpen, menu] = useDisclosure();
  const [paletteOpen, palette] = useDisclosure();
  const [helpOpen, help] = useDisclosure();
  useShortcuts({ onPalette: palette.open, onHelp: help.open });

  return (
    <div className={classes.shell} data-shell>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <div className={classes.side}>
        <SideNav />
      </div>
      <div className={classes.column} data-shell>
        <TopBar menuOpen={menuOpen} onMenu={menu.toggle} onPalette={palette.open} onHelp={help.open} />
        <main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
      <Suspense>
        {menuOpen && <MobileMenu onClose={menu.close} />}
        {paletteOpen && <CommandPalette onClose={palette.close} />}
        {helpOpen && <HelpDialog onClose={help.close} />}
      </Suspense>
    </div>
  );
}
