/** The addresses of people: their accounts, their own proofs, and the page of a one-time link. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountSearch } from '../features/gateway-accounts/search';
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

/** Anybody's: whoever opens a one-time link is not signed in yet. */
export const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/gateway-invitations/AcceptPage'), 'AcceptPage'),
});

export const peopleRoutes = [security, accounts, invite, account] as const;
