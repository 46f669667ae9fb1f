/** One-time links: whom one is for, and setting the password it is good for. */
import { queryOptions } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';

export const invitedQuery = (token: string) =>
  queryOptions({
    queryKey: ['gateway', 'invitations', token],
    queryFn: ({ signal }) => body(gateway.POST('/v1/invitations/read', { body: { token }, signal })),
    retry: false,
  });

export const accept = (token: string, password: string) =>
  gateway.POST('/v1/invitations/accept', { body: { token, password } });
