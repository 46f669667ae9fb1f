/** The addresses of who looks after the house: programs, webhooks, and the logs of all its parts. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { changeSearch } from '../features/gateway-changes/search';
import { clientSearch } from '../features/gateway-clients/search';
import { subjectRequestSearch } from '../features/gateway-subject-requests/search';
import { deliverySearch, webhookSearch } from '../features/gateway-webhooks/search';
import { shell } from './frame';

const clients = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/clients',
  validateSearch: clientSearch,
  component: lazyRouteComponent(() => import('../features/gateway-clients/ClientList'), 'ClientList'),
});
const newClient = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/clients/new',
  component: lazyRouteComponent(() => import('../features/gateway-clients/ClientForm'), 'ClientForm'),
});
const client = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/clients/$clientId',
  component: lazyRouteComponent(() => import('../features/gateway-clients/ClientRecord'), 'ClientRecord'),
});
const webhooks = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/webhooks',
  validateSearch: webhookSearch,
  component: lazyRouteComponent(() => import('../features/gateway-webhooks/WebhookList'), 'WebhookList'),
});
const newWebhook = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/webhooks/new',
  component: lazyRouteComponent(() => import('../features/gateway-webhooks/WebhookForm'), 'WebhookForm'),
});
const webhook = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/webhooks/$webhookId',
  validateSearch: deliverySearch,
  component: lazyRouteComponent(() => import('../features/gateway-webhooks/WebhookRecord'), 'WebhookRecord'),
});
const changes = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/changes',
  validateSearch: changeSearch,
  component: lazyRouteComponent(() => import('../features/gateway-changes/ChangeList'), 'ChangeList'),
});

const subjects = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/subject-exports',
  component: lazyRouteComponent(
    () => import('../features/gateway-subject-exports/SubjectPage'),
    'SubjectPage',
  ),
});

const subjectRequests = createRoute({
  getParentRoute: () => shell,
  path: '/gateway/subject-requests',
  validateSearch: subjectRequestSearch,
  component: lazyRouteComponent(
    () => import('../features/gateway-subject-requests/SubjectRequestList'),
    'SubjectRequestList',
  ),
});

export const careRoutes = [
  subjects,
  subjectRequests,
  clients,
  newClient,
  client,
  webhooks,
  newWebhook,
  webhook,
  changes,
] as const;
