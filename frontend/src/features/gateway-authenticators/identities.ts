/** One's own accounts elsewhere. They are linked by going there and back; see shared/api/oidc. */
import { queryOptions } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';

export const identitiesQuery = queryOptions({
  queryKey: ['gateway', 'authenticators', 'identities'],
  queryFn: ({ signal }) => body(gateway.GET('/v1/authenticators/oidc', { signal })),
});

export const unlink = (id: string) => body(gateway.POST('/v1/authenticators/oidc/remove', { body: { id } }));
