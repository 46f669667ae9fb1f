/** What a person proves itself with: password, one-time codes, and the sessions that came of it. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/gateway';
import { ifMatch } from '../../shared/api/preconditions';
import { goOn } from '../../shared/api/session';

export type Secret = components['schemas']['SecretOut'];
export type OpenSession = components['schemas']['ListedSessionOut'];
type NewPassword = components['schemas']['PasswordIn'];
export type Proofs = components['schemas']['ProofsIn'];

const KEY = ['gateway', 'authenticators'] as const;

export const authenticatorsQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => body(gateway.GET('/v1/authenticators', { signal })),
});

export const sessionsQuery = queryOptions({
  queryKey: ['gateway', 'sessions'],
  queryFn: ({ signal }) => body(gateway.GET('/v1/sessions', { signal })),
});

/** What administrators ask for or did about the own way in, the latest first. */
export const aboutMeQuery = queryOptions({
  queryKey: ['gateway', 'access-requests', 'mine'],
  queryFn: ({ signal }) =>
    body(gateway.GET('/v1/access-requests', { params: { query: { mine: true, limit: 10 } }, signal })),
});

/** Stop a request about the own account, which one did not ask for. */
export const objectToAccess = (one: components['schemas']['AccessRequestOut']) =>
  body(
    gateway.POST('/v1/access-requests/{request_id}/object', {
      params: { path: { request_id: one.id }, header: ifMatch(one) },
    }),
  );

export const beginOtp = () => body(gateway.POST('/v1/authenticators/otp'));

export const endSession = (id: string) =>
  gateway.DELETE('/v1/sessions/{session_id}', { params: { path: { session_id: id } } });

/** The ten recovery codes. The caches are told when they have been read, not before: that ends the set-up. */
export async function confirmOtp(client: QueryClient, otp: string): Promise<readonly string[]> {
  const { codes, session } = await body(gateway.POST('/v1/authenticators/otp/confirm', { body: { otp } }));
  goOn(client, session);
  return codes;
}

/** Ten new ones; the earlier are void. The caches are told when they have been read. */
export async function renewCodes(client: QueryClient, proofs: Proofs): Promise<readonly string[]> {
  const { codes, session } = await body(gateway.POST('/v1/authenticators/otp/codes', { body: proofs }));
  goOn(client, session);
  return codes;
}

export async function removeOtp(client: QueryClient, proofs: Proofs): Promise<void> {
  goOn(client, await body(gateway.POST('/v1/authenticators/otp/remove', { body: proofs })));
  await refresh(client);
}

export async function changePassword(client: QueryClient, passwords: NewPassword): Promise<void> {
  goOn(client, await body(gateway.POST('/v1/authenticators/password', { body: passwords })));
  await refresh(client);
}

export async function refresh(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: KEY });
  await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
}
