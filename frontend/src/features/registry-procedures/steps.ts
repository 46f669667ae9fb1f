/** The steps of a procedure and its papers. Each is made on the version that the person saw. */
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { ifMatch } from '../../shared/api/preconditions';
import { type Progress, upload } from '../../shared/api/upload';
import type { Procedure, ProcedureDocument } from './procedure';
import type { StepName } from './words';

export type StepBody = components['schemas']['StepIn'] &
  Partial<Pick<components['schemas']['ConsultIn'], 'bodies'>> &
  Partial<Pick<components['schemas']['ReplyIn'], 'body' | 'stance'>> &
  Partial<Pick<components['schemas']['GrantIn'], 'outcome'>>;
export type Stance = components['schemas']['OpinionStance'];
export type Outcome = components['schemas']['OutcomeIn'];

const on = (procedure: Procedure) => ({
  path: { procedure_id: procedure.id },
  header: ifMatch(procedure),
});

/** Every verb has the same address but for its name; what it asks for more is in `said`. */
export const takeStep = (procedure: Procedure, name: StepName, said: StepBody) =>
  body(
    registry.POST(`/v1/procedures/{procedure_id}/${name}` as '/v1/procedures/{procedure_id}/file', {
      params: on(procedure),
      body: said,
    }),
  );

export const tick = (procedure: Procedure, said: components['schemas']['TickIn']) =>
  body(registry.POST('/v1/procedures/{procedure_id}/tick', { params: on(procedure), body: said }));

const address = (id: string) => `/api/registry/v1/procedures/${id}/documents`;

export const addDocument = (id: string, file: File, onProgress: Progress) =>
  upload(address(id), file, onProgress, { title: file.name.slice(0, 300) });

export const removeDocument = (document: ProcedureDocument) =>
  registry.DELETE('/v1/procedures/{procedure_id}/documents/{document_id}', {
    params: {
      path: { procedure_id: document.procedure_id, document_id: document.id },
      header: ifMatch(document),
    },
  });

export const contentAddress = (procedureId: string, id: string) => `${address(procedureId)}/${id}/content`;
