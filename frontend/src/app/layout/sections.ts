/** What the navigation and the command palette offer, in the order people work. */
import {
  IconAddressBook,
  IconArrowsExchange,
  IconAward,
  IconBuildingBank,
  IconCalendarCog,
  IconCalendarMonth,
  IconChartBar,
  IconChecklist,
  IconClockExclamation,
  IconConfetti,
  IconFileCertificate,
  IconFileImport,
  IconGift,
  IconLayoutDashboard,
  IconListDetails,
  IconMapPin,
  IconMapSearch,
  IconSeedling,
  IconTimeline,
  IconUserStar,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
import type { Service } from '../../shared/api/health';

export const SECTIONS = [
  { key: 'overview', to: '/', icon: IconLayoutDashboard, service: null },
  { key: 'ngos', to: '/registry/ngos', icon: IconWorld, service: 'registry' },
  { key: 'procedures', to: '/registry/procedures', icon: IconChecklist, service: 'registry' },
  { key: 'deadlines', to: '/registry/deadlines', icon: IconClockExclamation, service: 'registry' },
  { key: 'imports', to: '/registry/imports', icon: IconFileImport, service: 'registry' },
  { key: 'statistics', to: '/registry/statistics', icon: IconChartBar, service: 'registry' },
  { key: 'grants', to: '/aid/grants', icon: IconGift, service: 'aid' },
  { key: 'events', to: '/events/events', icon: IconConfetti, service: 'events' },
  { key: 'calendar', to: '/events/calendar', icon: IconCalendarMonth, service: 'events' },
  { key: 'venues', to: '/events/venues', icon: IconMapPin, service: 'events' },
  { key: 'parties', to: '/registry/parties', icon: IconAddressBook, service: 'registry' },
  { key: 'agreements', to: '/registry/agreements', icon: IconFileCertificate, service: 'registry' },
  { key: 'needs', to: '/registry/needs', icon: IconListDetails, service: 'registry' },
  { key: 'referrals', to: '/registry/referrals', icon: IconArrowsExchange, service: 'registry' },
  { key: 'recognitions', to: '/registry/recognitions', icon: IconAward, service: 'registry' },
  { key: 'units', to: '/registry/units', icon: IconBuildingBank, service: 'registry' },
  { key: 'terms', to: '/registry/terms', icon: IconTimeline, service: 'registry' },
  { key: 'officers', to: '/registry/officers', icon: IconUserStar, service: 'registry' },
  { key: 'members', to: '/registry/members', icon: IconUsersGroup, service: 'registry' },
  { key: 'coverage', to: '/registry/coverage', icon: IconMapSearch, service: 'registry' },
  { key: 'foundings', to: '/registry/foundings', icon: IconSeedling, service: 'registry' },
  { key: 'working_days', to: '/registry/working-days', icon: IconCalendarCog, service: 'registry' },
] as const satisfies readonly { key: string; to: string; icon: unknown; service: Service | null }[];

export type Section = (typeof SECTIONS)[number];
type Key = Section['key'];
type Group = { name: string; keys: readonly Key[]; folds?: true };

/** Daily work stands open; what is looked up now and then folds, so that nothing hides below. */
export const GROUPS = [
  { name: 'ngos', keys: ['ngos', 'procedures', 'deadlines', 'imports', 'statistics'] },
  { name: 'aid', keys: ['grants'] },
  { name: 'events', keys: ['events', 'calendar', 'venues'] },
  {
    name: 'relations',
    keys: ['parties', 'agreements', 'needs', 'referrals', 'recognitions'],
    folds: true,
  },
  {
    name: 'unions',
    keys: ['units', 'terms', 'officers', 'members', 'coverage', 'foundings', 'working_days'],
    folds: true,
  },
] as const satisfies readonly Group[];

/** The sections of one group, in its order. */
export function sectionsOf(group: Group): Section[] {
  return group.keys.flatMap((key) => SECTIONS.filter((section) => section.key === key));
}
