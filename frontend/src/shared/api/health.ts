/** Which services answer, so that one that does not greys its own section and nothing else. */
import { queryOptions } from '@tanstack/react-query';

export type Service = 'registry' | 'aid' | 'events';
type Report = { services?: Record<string, string> };

export function servicesDown(report: Report): Service[] {
  const services = report.services ?? {};
  return (['registry', 'aid', 'events'] as const).filter(
    (name) => name in services && services[name] !== 'ok',
  );
}

export const healthQuery = queryOptions({
  queryKey: ['gateway', 'readyz'],
  // Not through `send`: this is no call of a person, and must neither ask for a password nor become a toast.
  queryFn: async ({ signal }) => servicesDown((await (await fetch('/readyz', { signal })).json()) as Report),
  refetchInterval: 60_000,
  retry: false,
});
