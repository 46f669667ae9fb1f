/** The addresses of people: their accounts, their own proofs, and the page of a one-time link. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accessRequestSearch } from '../features/gateway-access-requests/search';
import { accountSearch } from '../features/gateway-accounts/search';
import { delegationSearch } from '../features/gateway-delegations/search';
import { moveRequestSearch } from '../features/gateway-move-requests/search';
import { roleGrantSearch } from '../features/gateway-role-grants/search';
import { root, shell } from './frame';

const security = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/authenticators',
  component: lazyRouteComponent(() => import('../features/gateway-authenticators/Security'), 'Security'),
});
const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/accounts',
  validateSearch: accountSearch,
  component: lazyRouteComponent(() => import('../features/gateway-accounts/AccountList'), 'AccountList'),
});
const invite = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/accounts/new',
  component: lazyRouteComponent(() => import('../features/gateway-accounts/InviteForm'), 'InviteForm'),
});
const account = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/accounts/$accountId',
  component: lazyRouteComponent(() => import('../features/gateway-accounts/AccountRecord'), 'AccountRecord'),
});

const roleGrants = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/role-grants',
  validateSearch: roleGrantSearch,
  component: lazyRouteComponent(
    () => import('../features/gateway-role-grants/RoleGrantList'),
    'RoleGrantList',
  ),
});

const accessRequests = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/access-requests',
  validateSearch: accessRequestSearch,
  component: lazyRouteComponent(
    () => import('../features/gateway-access-requests/AccessRequestList'),
    'AccessRequestList',
  ),
});

const moveRequests = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/move-requests',
  validateSearch: moveRequestSearch,
  component: lazyRouteComponent(
    () => import('../features/gateway-move-requests/MoveRequestList'),
    'MoveRequestList',
  ),
});

const delegations = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/delegations',
  validateSearch: delegationSearch,
  component: lazyRouteComponent(
    () => import('../features/gateway-delegations/DelegationList'),
    'DelegationList',
  ),
});
const newDelegation = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/delegations/new',
  component: lazyRouteComponent(
    () => import('../features/gateway-delegations/DelegationForm'),
    'DelegationForm',
  ),
});

/** Anybody's: whoever opens a one-time link is not signed in yet. */
export const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/gateway-invitations/AcceptPage'), 'AcceptPage'),
});

export const peopleRoutes = [
  security,
  accounts,
  invite,
  account,
  roleGrants,
  accessRequests,
  moveRequests,
  delegations,
  newDelegation,
] as const;
