/** One typed client per service, over the page's own origin. A refusal is thrown as ApiProblem. */
import createClient from 'openapi-fetch';
import type { paths as AidPaths } from './generated/aid';
import type { paths as EventsPaths } from './generated/events';
import type { paths as GatewayPaths } from './generated/gateway';
import type { paths as RegistryPaths } from './generated/registry';
import { send } from './send';

const through = (service: string) => ({ baseUrl: `${location.origin}/api/${service}`, fetch: send });

export const registry = createClient<RegistryPaths>(through('registry'));
export const aid = createClient<AidPaths>(through('aid'));
export const events = createClient<EventsPaths>(through('events'));
export const gateway = createClient<GatewayPaths>(through('gateway'));

/**
 * The body of a call that succeeded; calls that did not have thrown already. Lists come as a file
 * (text) too, but only when `Accept` asks for one, as `download` does.
 */
export async function body<T>(call: Promise<{ data?: T }>): Promise<Exclude<T, string>> {
  return (await call).data as Exclude<T, string>;
}
