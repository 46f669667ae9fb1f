/** One call for the whole screen. Parts are what the services' own contracts say of those answers. */
import { queryOptions } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components as Aid } from '../../shared/api/generated/aid';
import type { components as Events } from '../../shared/api/generated/events';
import type { components as Gateway } from '../../shared/api/generated/gateway';
import type { components as Registry, paths as RegistryPaths } from '../../shared/api/generated/registry';
import type { OverviewSearch } from './search';

export type NgoCounts =
  RegistryPaths['/v1/statistics/ngos']['get']['responses'][200]['content']['application/json'];
export type Certificate = Registry['schemas']['CertificateItem'];
export type GrantTotals = Aid['schemas']['GrantStatistics'];
export type Grant = Aid['schemas']['GrantItem'];
export type Event = Events['schemas']['EventItem'];
export type SubjectRequest = Gateway['schemas']['SubjectRequestOut'];
export type Webhook = Gateway['schemas']['WebhookOut'];
type DecisionKind = 'access_requests' | 'delegations' | 'move_requests' | 'role_grants';
type List<Row> = { items: Row[] };

export type Part<Data> = {
  status: 'ok' | 'unavailable';
  data?: Data | null;
  code?: string | null;
  detail?: string | null;
};
export type Overview = {
  as_of: string;
  parts: {
    gateway: Part<{
      subject_requests_due: List<SubjectRequest> | null;
      webhooks_closed: List<Webhook> | null;
      decisions_waiting: List<{ kind: DecisionKind; count: number }> | null;
    }>;
    registry: Part<{ ngos_by_region: NgoCounts | null; certificates_expiring: List<Certificate> | null }>;
    aid: Part<{ grants_by_form: GrantTotals | null; grants_waiting: List<Grant> | null }>;
    events: Part<{ upcoming_events: List<Event> | null }>;
  };
};

export const overviewQuery = (search: Required<OverviewSearch>) =>
  queryOptions({
    queryKey: ['gateway', 'overview', search],
    queryFn: ({ signal }) =>
      body(
        gateway.GET('/v1/overview', { params: { query: search }, signal }),
      ) as unknown as Promise<Overview>,
  });
