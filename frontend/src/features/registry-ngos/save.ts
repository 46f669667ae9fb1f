/** Entering and correcting an NGO's record. */
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { idempotency, ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';

export type NgoIn = components['schemas']['NgoIn'];

/** `confirmation`: what a warning of records like it gave, to create all the same. */
export const createNgo = (ngo: NgoIn, key: string, confirmation: string) =>
  body(
    registry.POST('/v1/ngos', {
      params: { header: { ...idempotency(key), ...(confirmation && { Confirmation: confirmation }) } },
      body: ngo,
    }),
  );

export const changeNgo = (id: string, version: number, ngo: NgoIn) =>
  body(
    registry.PATCH('/v1/ngos/{ngo_id}', {
      params: { path: { ngo_id: id }, header: ifMatch({ version }) },
      body: ngo,
      headers: MERGE_PATCH,
    }),
  );
