/** What every screen stands in: the root, and the shell that asks who is signed in. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../shared/api/session';
import { NotFound } from './NotFound';

// Until a second factor is there, nothing else answers.
const SECURITY = '/gateway/authenticators';
type Context = { queryClient: QueryClient };

export const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    const next = location.href === '/' ? undefined : location.href;
    if (!session) throw redirect({ to: '/sign-in', search: { next }, replace: true });
    if (session.must_enrol && location.pathname !== SECURITY) throw redirect({ to: SECURITY, replace: true });
  },
  component: lazyRouteComponent(() => import('./layout/Shell'), 'Shell'),
});
