import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { healthQuery } from '../../shared/api/health';
import { Brand } from './Brand';
import classes from './SideNav.module.css';
import { GROUPS, SECTIONS, type Section } from './sections';

function NavItem({
  section,
  isDown,
  onNavigate,
}: {
  section: Section;
  isDown: boolean;
  onNavigate?: () => void;
}) {
  const { t } = useTranslation();
  const Icon = section.icon;
  return (
    <Link
      to={section.to as string}
      className={classes.item}
      activeOptions={{ exact: section.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      data-down={isDown || undefined}
      title={isDown ? t('shell.service_down') : undefined}
      onClick={onNavigate}
    >
      <Icon size={19} stroke={1.6} aria-hidden />
      <span>{t(`nav.${section.key}`)}</span>
      {isDown && <span className={classes.down}>{t('shell.down')}</span>}
    </Link>
  );
}

/** The sections by service; a service that does not answer greys its own and names itself. */
export function SideNav({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  const down = useQuery(healthQuery).data ?? [];
  return (
    <nav className={classes.nav} aria-label={t('shell.menu')}>
      <div className={classes.head}>
        <Brand />
      </div>
      {GROUPS.map((group) => (
        <div key={group} className={classes.group}>
          {group && <p className={classes.title}>{t(`nav_group.${group}`)}</p>}
          {SECTIONS.filter(({ service }) => service === group).map((section) => (
            <NavItem
              key={section.key}
              section={section}
              isDown={group !== null && down.includes(group)}
              onNavigate={onNavigate}
            />
          ))}
        </div>
      ))}
      <p className={classes.foot}>{t('shell.organisation')}</p>
    </nav>
  );
}
