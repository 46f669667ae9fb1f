/** One's union's contacts with an NGO. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Contact = components['schemas']['NgoContactItem'];

export const contacts = collection<Contact, components['schemas']['NgoContactOut']>('contacts');
export const CHANNELS = ['meeting', 'visit', 'call', 'online', 'email', 'letter', 'other'] as const;

export const contactsQuery = (ngo_id: string) =>
  queryOptions({
    queryKey: ['registry', 'contacts', 'of', ngo_id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/contacts', { params: { query: { ngo_id, limit: 200 } }, signal })),
  });
