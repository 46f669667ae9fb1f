/** Handing a list in, then entering or dropping what was shown. */
import { body, registry } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/preconditions';
import { type Progress, upload } from '../../shared/api/upload';
import type { Import } from './imports';

export const TEMPLATE = '/api/registry/v1/imports/template';

/** Under an id of our own, by which its progress is asked for meanwhile. */
export const handIn = async (file: File, id: string, onProgress: Progress): Promise<Import> =>
  (await upload('/api/registry/v1/imports', file, onProgress, { id })) as Import;

const on = (record: Import) => ({ path: { import_id: record.id }, header: ifMatch(record) });

export const commitImport = (record: Import, skipErrors: boolean) =>
  body(
    registry.POST('/v1/imports/{import_id}/commit', {
      params: on(record),
      body: { skip_errors: skipErrors },
    }),
  );

export const cancelImport = (record: Import) =>
  body(registry.POST('/v1/imports/{import_id}/cancel', { params: on(record) }));

export const undoImport = (record: Import) =>
  body(registry.POST('/v1/imports/{import_id}/undo', { params: on(record) }));

/** The rows that were not taken, with the reasons beside them. */
export const errorsOf = (record: Import) => `/api/registry/v1/imports/${record.id}/errors`;
