/** Papers of a dossier: sent with progress, removed while it is a draft. */
import { aid } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/preconditions';
import { type Progress, upload } from '../../shared/api/upload';
import type { GrantDocument } from './grant';

const address = (grantId: string) => `/api/aid/v1/grants/${grantId}/documents`;

export const addDocument = (grantId: string, kind: string, file: File, onProgress: Progress) =>
  upload(address(grantId), file, onProgress, { kind, title: file.name.slice(0, 300) });

export const removeDocument = (document: GrantDocument) =>
  aid.DELETE('/v1/grants/{grant_id}/documents/{document_id}', {
    params: {
      path: { grant_id: document.grant_id, document_id: document.id },
      header: ifMatch(document),
    },
  });

export const contentAddress = ({ grant_id, id }: GrantDocument) => `${address(grant_id)}/${id}/content`;
