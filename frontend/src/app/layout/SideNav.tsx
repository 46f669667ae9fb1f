import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { healthQuery, type Service } from '../../shared/api/health';
import { Brand } from './Brand';
import classes from './SideNav.module.css';
import { GROUPS, SECTIONS, type Section, useSections } from './sections';

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

type ListProps = { sections: readonly Section[]; down: readonly Service[]; onNavigate?: () => void };

function NavList({ sections, down, onNavigate }: ListProps) {
  return sections.map((section) => (
    <NavItem
      key={section.key}
      section={section}
      isDown={section.service !== null && down.includes(section.service)}
      onNavigate={onNavigate}
    />
  ));
}

/** The sections as people work; a service that does not answer greys its own and names itself. */
export function SideNav({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  const down = useQuery(healthQuery).data ?? [];
  const sectionsOf = useSections();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const rest = { down, onNavigate };
  return (
    <nav className={classes.nav} aria-label={t('shell.menu')}>
      <div className={classes.head}>
        <Brand />
      </div>
      <div className={classes.group}>
        <NavList sections={SECTIONS.slice(0, 1)} {...rest} />
      </div>
      {GROUPS.map((group) => {
        const sections = sectionsOf(group);
        const title = t(`nav_group.${group.name}`);
        const isHere = sections.some(({ to }) => path.startsWith(to));
        return 'folds' in group ? (
          // a new key on entering opens it; closed by hand it stays closed until one leaves
          <details key={`${group.name} ${isHere}`} className={classes.group} open={isHere}>
            <summary className={classes.title}>
              {title}
              <IconChevronDown size={14} aria-hidden />
            </summary>
            <NavList sections={sections} {...rest} />
          </details>
        ) : (
          <div key={group.name} className={classes.group}>
            <p className={classes.title}>{title}</p>
            <NavList sections={sections} {...rest} />
          </div>
        );
      })}
      <p className={classes.foot}>{t('shell.organisation')}</p>
    </nav>
  );
}
