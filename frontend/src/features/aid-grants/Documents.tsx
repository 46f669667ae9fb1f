import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { FileDrop } from '../../shared/ui/record/FileDrop';
import { FileList } from '../../shared/ui/record/FileList';
import { FileRoom } from '../../shared/ui/record/FileRoom';
import { addDocument, contentAddress, removeDocument } from './documents';
import { type Grant, type GrantDocument, grantDocumentsQuery } from './grant';
import { DOCUMENT_KINDS } from './words';

/** The papers of the dossier; sent and removed only while it may be edited. */
export function Documents({ grant }: { grant: Grant }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [kind, setKind] = useState<string>('request');
  const renew = () => void client.invalidateQueries({ queryKey: ['aid', 'grants', grant.id] });
  const remove = useMutation({ mutationFn: removeDocument, onSuccess: renew });
  const mayChange = grant.allowed_actions?.includes('update') ?? false;
  const shown = (items: GrantDocument[]) =>
    items.map((document) => ({
      id: document.id,
      name: `${t(`aid_grants.document.${document.kind}`)}: ${document.file_name}`,
      size: document.size,
      href: contentAddress(document),
      uploaded_at: document.created_at,
    }));
  return (
    <Panel title={t('aid_grants.tab.documents')}>
      <FormErrors problem={remove.error} />
      <QueryState query={useQuery(grantDocumentsQuery(grant.id))}>
        {({ items, room }) => (
          <>
            <FileList
              files={shown(items)}
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
        <>
          <Select
            mt="md"
            maw={380}
            label={t('aid_grants.document.of_kind')}
            data={DOCUMENT_KINDS.map((value) => ({ value, label: t(`aid_grants.document.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(value ?? 'other')}
            allowDeselect={false}
          />
          <FileDrop
            send={(file, onProgress) => addDocument(grant.id, kind, file, onProgress)}
            onSent={renew}
          />
        </>
      )}
    </Panel>
  );
}
