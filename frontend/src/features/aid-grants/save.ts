/** Entering and correcting a dossier. */
import { aid, body } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/aid';
import { idempotency, ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';

export type GrantIn = components['schemas']['GrantIn'];

export const createGrant = (grant: GrantIn, key: string) =>
  body(aid.POST('/v1/grants', { params: { header: idempotency(key) }, body: grant }));

export const changeGrant = (id: string, version: number, grant: GrantIn) =>
  body(
    aid.PATCH('/v1/grants/{grant_id}', {
      params: { path: { grant_id: id }, header: ifMatch({ version }) },
      body: grant,
      headers: MERGE_PATCH,
    }),
  );
