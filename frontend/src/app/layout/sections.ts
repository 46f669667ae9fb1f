/** What the navigation and the command palette offer, in the order people work. */
import {
  IconAddressBook,
  IconArrowMerge,
  IconArrowsExchange,
  IconAward,
  IconBuildingBank,
  IconCalendarCog,
  IconCalendarMonth,
  IconCategory,
  IconChartBar,
  IconChecklist,
  IconChecks,
  IconClockExclamation,
  IconConfetti,
  IconCreditCard,
  IconFileCertificate,
  IconFileImport,
  IconGift,
  IconHistory,
  IconId,
  IconKey,
  IconLayoutDashboard,
  IconListDetails,
  IconMailQuestion,
  IconMapPin,
  IconMapSearch,
  IconMessage2Question,
  IconPlugConnected,
  IconSeedling,
  IconTimeline,
  IconUserCheck,
  IconUserSearch,
  IconUserShare,
  IconUserStar,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
  IconWorld,
} from '@tabler/icons-react';
import type { Service } from '../../shared/api/health';
import { type Operation, useMayAny } from '../../shared/ui/May';

export const SECTIONS = [
  { key: 'overview', to: '/', icon: IconLayoutDashboard, service: null },
  { key: 'ngos', to: '/registry/ngos', icon: IconWorld, service: 'registry' },
  { key: 'procedures', to: '/registry/procedures', icon: IconChecklist, service: 'registry' },
  { key: 'proposals', to: '/registry/proposals', icon: IconMessage2Question, service: 'registry' },
  { key: 'deadlines', to: '/registry/deadlines', icon: IconClockExclamation, service: 'registry' },
  { key: 'obligations', to: '/registry/obligations', icon: IconChecks, service: 'registry' },
  { key: 'imports', to: '/registry/imports', icon: IconFileImport, service: 'registry' },
  { key: 'statistics', to: '/registry/statistics', icon: IconChartBar, service: 'registry' },
  { key: 'grants', to: '/aid/grants', icon: IconGift, service: 'aid' },
  { key: 'events', to: '/events/events', icon: IconConfetti, service: 'events' },
  { key: 'calendar', to: '/events/calendar', icon: IconCalendarMonth, service: 'events' },
  { key: 'venues', to: '/events/venues', icon: IconMapPin, service: 'events' },
  {
    key: 'representatives',
    to: '/registry/representatives',
    icon: IconId,
    service: 'registry',
  },
  { key: 'bank_accounts', to: '/registry/bank-accounts', icon: IconCreditCard, service: 'registry' },
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
  { key: 'sectors', to: '/registry/sectors', icon: IconCategory, service: 'registry' },
  { key: 'working_days', to: '/registry/working-days', icon: IconCalendarCog, service: 'registry' },
  { key: 'delegations', to: '/gateway/delegations', icon: IconUserShare, service: null },
  { key: 'accounts', to: '/gateway/accounts', icon: IconUsers, service: null, may: 'gateway_list_accounts' },
  {
    key: 'role_grants',
    to: '/gateway/role-grants',
    icon: IconUserCheck,
    service: null,
    may: 'gateway_list_role_grants',
  },
  {
    key: 'access_requests',
    to: '/gateway/access-requests',
    icon: IconKey,
    service: null,
    may: 'gateway_list_role_grants',
  },
  {
    key: 'move_requests',
    to: '/gateway/move-requests',
    icon: IconArrowMerge,
    service: null,
    may: 'gateway_list_move_requests',
  },
  {
    key: 'clients',
    to: '/gateway/clients',
    icon: IconPlugConnected,
    service: null,
    may: 'gateway_list_clients',
  },
  {
    key: 'webhooks',
    to: '/gateway/webhooks',
    icon: IconWebhook,
    service: null,
    may: 'gateway_list_webhooks',
  },
  {
    key: 'subject_requests',
    to: '/gateway/subject-requests',
    icon: IconMailQuestion,
    service: null,
    may: 'gateway_list_subject_requests',
  },
  {
    key: 'subject_exports',
    to: '/gateway/subject-exports',
    icon: IconUserSearch,
    service: null,
    may: 'gateway_export_subject',
  },
  { key: 'changes', to: '/gateway/changes', icon: IconHistory, service: null, may: 'gateway_list_entries' },
] as const satisfies readonly {
  key: string;
  to: string;
  icon: unknown;
  service: Service | null;
  /** Offered only to whom this operation is open. */
  may?: Operation;
}[];

export type Section = (typeof SECTIONS)[number];
type Key = Section['key'];
type Group = { name: string; keys: readonly Key[]; folds?: true };

/** Daily work stands open; what is looked up now and then folds, so that nothing hides below. */
export const GROUPS = [
  {
    name: 'ngos',
    keys: ['ngos', 'procedures', 'deadlines', 'obligations', 'proposals', 'imports', 'statistics'],
  },
  { name: 'aid', keys: ['grants'] },
  { name: 'events', keys: ['events', 'calendar', 'venues'] },
  {
    name: 'relations',
    keys: ['representatives', 'bank_accounts', 'parties', 'agreements', 'needs', 'referrals', 'recognitions'],
    folds: true,
  },
  {
    name: 'unions',
    keys: ['units', 'terms', 'officers', 'members', 'coverage', 'foundings', 'sectors', 'working_days'],
    folds: true,
  },
  {
    name: 'care',
    keys: [
      'delegations',
      'accounts',
      'role_grants',
      'access_requests',
      'move_requests',
      'clients',
      'webhooks',
      'subject_requests',
      'subject_exports',
      'changes',
    ],
    folds: true,
  },
] as const satisfies readonly Group[];

/** Of all sections, or of one group in its order, those that this person may open. */
export function useSections(): (group?: Group) => Section[] {
  const may = useMayAny();
  const open = SECTIONS.filter((section) => !('may' in section) || may(section.may));
  return (group) =>
    group ? group.keys.flatMap((key) => open.filter((section) => section.key === key)) : open;
}
