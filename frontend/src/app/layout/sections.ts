/** What the navigation and the command palette offer, in the order people work. */
import {
  IconBuildingBank,
  IconCalendarCog,
  IconCalendarMonth,
  IconChartBar,
  IconChecklist,
  IconClockExclamation,
  IconConfetti,
  IconFileImport,
  IconGift,
  IconLayoutDashboard,
  IconMapPin,
  IconWorld,
} from '@tabler/icons-react';
import type { Service } from '../../shared/api/health';

export const SECTIONS = [
  { key: 'overview', to: '/', icon: IconLayoutDashboard, service: null },
  { key: 'ngos', to: '/registry/ngos', icon: IconWorld, service: 'registry' },
  { key: 'units', to: '/registry/units', icon: IconBuildingBank, service: 'registry' },
  { key: 'procedures', to: '/registry/procedures', icon: IconChecklist, service: 'registry' },
  { key: 'deadlines', to: '/registry/deadlines', icon: IconClockExclamation, service: 'registry' },
  { key: 'working_days', to: '/registry/working-days', icon: IconCalendarCog, service: 'registry' },
  { key: 'imports', to: '/registry/imports', icon: IconFileImport, service: 'registry' },
  { key: 'statistics', to: '/registry/statistics', icon: IconChartBar, service: 'registry' },
  { key: 'grants', to: '/aid/grants', icon: IconGift, service: 'aid' },
  { key: 'events', to: '/events/events', icon: IconConfetti, service: 'events' },
  { key: 'calendar', to: '/events/calendar', icon: IconCalendarMonth, service: 'events' },
  { key: 'venues', to: '/events/venues', icon: IconMapPin, service: 'events' },
] as const satisfies readonly { key: string; to: string; icon: unknown; service: Service | null }[];

export type Section = (typeof SECTIONS)[number];
export const GROUPS = [null, 'registry', 'aid', 'events'] as const;
