import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { FileDrop } from '../../shared/ui/record/FileDrop';
import { FileList } from '../../shared/ui/record/FileList';
import { FileRoom } from '../../shared/ui/record/FileRoom';
import { type Procedure, procedureDocumentsQuery } from './procedure';
import { addDocument, contentAddress, removeDocument } from './steps';

/** The files of the dossier; steps and the checklist refer to them. */
export function Documents({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const renew = () => void client.invalidateQueries({ queryKey: ['registry', 'procedures', procedure.id] });
  const remove = useMutation({ mutationFn: removeDocument, onSuccess: renew });
  const mayChange = procedure.allowed_actions?.includes('attach') ?? false;
  return (
    <Panel title={t('registry_procedures.tab.documents')}>
      <FormErrors problem={remove.error} />
      <QueryState query={useQuery(procedureDocumentsQuery(procedure.id))}>
        {({ items, room }) => (
          <>
            <FileList
              files={items.map((document) => ({
                id: document.id,
                name: document.title,
                size: document.size,
                href: contentAddress(procedure.id, document.id),
                uploaded_at: document.created_at,
              }))}
              {...(mayChange && {
                onRemove: ({ id }: { id: string }) => {
                  const found = items.find((document) => document.id === id);
                  if (found) remove.mutate(found);
                },
              })}
            />
            <FileRoom room={room} />
          </>
        )}
      </QueryState>
      {mayChange && (
        <FileDrop send={(file, onProgress) => addDocument(procedure.id, file, onProgress)} onSent={renew} />
      )}
    </Panel>
  );
}
