/** Every address of the application: one line per screen, each screen a chunk of its own. */
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { grantSearch, tabSearch } from '../features/aid-grants/search';
import { overviewSearch } from '../features/gateway-overview/search';
import { type SignInSearch, signInSearch } from '../features/gateway-sessions/search';
import { outcomeSearch } from '../features/registry-imports/search';
import { ngoSearch, ngoTabSearch } from '../features/registry-ngos/search';
import { statisticsSearch } from '../features/registry-statistics/search';
import { careRoutes } from './careRoutes';
import { eventRoutes } from './eventRoutes';
import { root, shell } from './frame';
import { ngoRoutes } from './ngoRoutes';
import { invitation, peopleRoutes } from './peopleRoutes';
import { procedureRoutes } from './procedureRoutes';
import { RouteError } from './RouteError';
import { RoutePending } from './RoutePending';
import { relationRoutes } from './relationRoutes';
import { parseSearch, stringifySearch } from './search';
import { unionRoutes } from './unionRoutes';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): SignInSearch => signInSearch(raw),
  component: lazyRouteComponent(() => import('../features/gateway-sessions/SignInPage'), 'SignInPage'),
});

/** Where the provider of another house sends people back to. */
const oidcReturn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/oidc',
  component: lazyRouteComponent(() => import('../features/gateway-sessions/OidcReturn'), 'OidcReturn'),
});

/** For whoever holds a certificate of recognition; nobody signs in for this. */
const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify/$code',
  component: lazyRouteComponent(() => import('../features/registry-recognitions/Verify'), 'Verify'),
});

const overview = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('../features/gateway-overview/Overview'), 'Overview'),
});

const grants = createRoute({
  getParentRoute: () => shell,
  path: '/aid/grants',
  validateSearch: grantSearch,
  component: lazyRouteComponent(() => import('../features/aid-grants/GrantList'), 'GrantList'),
});
const newGrant = createRoute({
  getParentRoute: () => shell,
  path: '/aid/grants/new',
  component: lazyRouteComponent(() => import('../features/aid-grants/GrantPages'), 'NewGrant'),
});
const grant = createRoute({
  getParentRoute: () => shell,
  path: '/aid/grants/$grantId',
  validateSearch: tabSearch,
  component: lazyRouteComponent(() => import('../features/aid-grants/GrantRecord'), 'GrantRecord'),
});
const editGrant = createRoute({
  getParentRoute: () => shell,
  path: '/aid/grants/$grantId/edit',
  component: lazyRouteComponent(() => import('../features/aid-grants/GrantPages'), 'EditGrant'),
});

const ngos = createRoute({
  getParentRoute: () => shell,
  path: '/registry/ngos',
  validateSearch: ngoSearch,
  component: lazyRouteComponent(() => import('../features/registry-ngos/NgoList'), 'NgoList'),
});
const newNgo = createRoute({
  getParentRoute: () => shell,
  path: '/registry/ngos/new',
  component: lazyRouteComponent(() => import('../features/registry-ngos/NgoPages'), 'NewNgo'),
});
const ngo = createRoute({
  getParentRoute: () => shell,
  path: '/registry/ngos/$ngoId',
  validateSearch: ngoTabSearch,
  component: lazyRouteComponent(() => import('../features/registry-ngos/NgoRecord'), 'NgoRecord'),
});
const editNgo = createRoute({
  getParentRoute: () => shell,
  path: '/registry/ngos/$ngoId/edit',
  component: lazyRouteComponent(() => import('../features/registry-ngos/NgoPages'), 'EditNgo'),
});
const ngoCounts = createRoute({
  getParentRoute: () => shell,
  path: '/registry/statistics',
  validateSearch: statisticsSearch,
  component: lazyRouteComponent(() => import('../features/registry-statistics/Counts'), 'Counts'),
});

const newCertificate = createRoute({
  getParentRoute: () => shell,
  path: '/registry/ngos/$ngoId/certificates/new',
  component: lazyRouteComponent(
    () => import('../features/registry-certificates/CertificatePages'),
    'NewCertificate',
  ),
});
const editCertificate = createRoute({
  getParentRoute: () => shell,
  path: '/registry/certificates/$certificateId/edit',
  component: lazyRouteComponent(
    () => import('../features/registry-certificates/CertificatePages'),
    'EditCertificate',
  ),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/registry/imports',
  component: lazyRouteComponent(() => import('../features/registry-imports/ImportList'), 'ImportList'),
});
const newImport = createRoute({
  getParentRoute: () => shell,
  path: '/registry/imports/new',
  component: lazyRouteComponent(() => import('../features/registry-imports/NewImport'), 'NewImport'),
});
const oneImport = createRoute({
  getParentRoute: () => shell,
  path: '/registry/imports/$importId',
  validateSearch: outcomeSearch,
  component: lazyRouteComponent(() => import('../features/registry-imports/ImportRecord'), 'ImportRecord'),
});
export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      oidcReturn,
      verify,
      invitation,
      shell.addChildren([
        overview,
        grants,
        newGrant,
        grant,
        editGrant,
        ngos,
        newNgo,
        ngo,
        editNgo,
        ngoCounts,
        ...ngoRoutes,
        newCertificate,
        editCertificate,
        ...eventRoutes,
        ...procedureRoutes,
        ...relationRoutes,
        ...unionRoutes,
        ...peopleRoutes,
        ...careRoutes,
        imports,
        newImport,
        oneImport,
      ]),
    ]),
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: RouteError,
    defaultPendingComponent: RoutePending,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
