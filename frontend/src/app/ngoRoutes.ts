/** The addresses of what belongs to one NGO beside its record: who speaks for it, its accounts. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bankAccountSearch } from '../features/registry-bank-accounts/search';
import { proposalSearch } from '../features/registry-proposals/search';
import { representativeSearch } from '../features/registry-representatives/search';
import { shell } from './frame';

const representatives = createRoute({
  getParentRoute: () => shell,
  path: '/registry/representatives',
  validateSearch: representativeSearch,
  component: lazyRouteComponent(
    () => import('../features/registry-representatives/RepresentativePages'),
    'RepresentativeList',
  ),
});
const newRepresentative = createRoute({
  getParentRoute: () => shell,
  path: '/registry/ngos/$ngoId/representatives/new',
  component: lazyRouteComponent(
    () => import('../features/registry-representatives/RepresentativePages'),
    'NewRepresentative',
  ),
});
const representative = createRoute({
  getParentRoute: () => shell,
  path: '/registry/representatives/$representativeId',
  component: lazyRouteComponent(
    () => import('../features/registry-representatives/RepresentativePages'),
    'RepresentativeRecord',
  ),
});
const editRepresentative = createRoute({
  getParentRoute: () => shell,
  path: '/registry/representatives/$representativeId/edit',
  component: lazyRouteComponent(
    () => import('../features/registry-representatives/RepresentativePages'),
    'EditRepresentative',
  ),
});
const propose = createRoute({
  getParentRoute: () => shell,
  path: '/registry/ngos/$ngoId/propose',
  component: lazyRouteComponent(() => import('../features/registry-ngos/NgoPages'), 'ProposeNgo'),
});
const proposals = createRoute({
  getParentRoute: () => shell,
  path: '/registry/proposals',
  validateSearch: proposalSearch,
  component: lazyRouteComponent(() => import('../features/registry-proposals/ProposalPages'), 'ProposalList'),
});
const proposal = createRoute({
  getParentRoute: () => shell,
  path: '/registry/proposals/$proposalId',
  component: lazyRouteComponent(
    () => import('../features/registry-proposals/ProposalPages'),
    'ProposalRecord',
  ),
});
const bankAccounts = createRoute({
  getParentRoute: () => shell,
  path: '/registry/bank-accounts',
  validateSearch: bankAccountSearch,
  component: lazyRouteComponent(
    () => import('../features/registry-bank-accounts/BankAccountPages'),
    'BankAccountList',
  ),
});
const newBankAccount = createRoute({
  getParentRoute: () => shell,
  path: '/registry/ngos/$ngoId/bank-accounts/new',
  component: lazyRouteComponent(
    () => import('../features/registry-bank-accounts/BankAccountPages'),
    'NewBankAccount',
  ),
});
const bankAccount = createRoute({
  getParentRoute: () => shell,
  path: '/registry/bank-accounts/$accountId',
  component: lazyRouteComponent(
    () => import('../features/registry-bank-accounts/BankAccountPages'),
    'BankAccountRecord',
  ),
});
const editBankAccount = createRoute({
  getParentRoute: () => shell,
  path: '/registry/bank-accounts/$accountId/edit',
  component: lazyRouteComponent(
    () => import('../features/registry-bank-accounts/BankAccountPages'),
    'EditBankAccount',
  ),
});

export const ngoRoutes = [
  propose,
  proposals,
  proposal,
  representatives,
  newRepresentative,
  representative,
  editRepresentative,
  bankAccounts,
  newBankAccount,
  bankAccount,
  editBankAccount,
] as const;
