/** One's own passkeys. The key itself never leaves the device that made it. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/gateway';
import { make } from '../../shared/api/passkeys';
import { goOn } from '../../shared/api/session';

export type Passkey = components['schemas']['PasskeyOut'];

export const passkeysQuery = queryOptions({
  queryKey: ['gateway', 'authenticators', 'passkeys'],
  queryFn: ({ signal }) => body(gateway.GET('/v1/authenticators/passkeys', { signal })),
});

export async function addPasskey(client: QueryClient, name: string): Promise<void> {
  const made = await make(await body(gateway.POST('/v1/authenticators/passkeys/begin')));
  const { session } = await body(gateway.POST('/v1/authenticators/passkeys', { body: { name, ...made } }));
  goOn(client, session);
}

export const renamePasskey = (id: string, name: string) =>
  body(gateway.POST('/v1/authenticators/passkeys/rename', { body: { id, name } }));

export const removePasskey = (id: string) =>
  body(gateway.POST('/v1/authenticators/passkeys/remove', { body: { id } }));
