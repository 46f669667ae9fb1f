/** Which services answer, so that one that does not greys its own section and nothing else. */
import { queryOptions } from '@tanstack/react-query';

export type Service = 'registry' | 'aid' | 'events';

/** Reads `{"services": {"aid": {"ready": false}}}` as well as `{"services": {"aid": "down"}}`. */
export function servicesDown(report: unknown): Service[] {
  const services = (report as { services?: Record<string, unknown> } | null)?.services ?? {};
  const isDown = (state: unknown) =>
    typeof state === 'object' && state !== null ? !(state as { ready?: boolean }).ready : state !== 'ready';
  return (['registry', 'aid', 'events'] as const).filter(
    (name) => name in services && isDown(services[name]),
  );
}

export const healthQuery = queryOptions({
  queryKey: ['gateway', 'readyz'],
  // Not through `send`: a gateway that is not ready answers 503 with the same report.
  queryFn: async ({ signal }) => servicesDown(await (await fetch('/readyz', { signal })).json()),
  refetchInterval: 60_000,
  retry: false,
});
