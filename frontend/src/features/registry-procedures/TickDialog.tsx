import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { type ChecklistItem, isPaper, type Procedure, procedureDocumentsQuery } from './procedure';
import { tick } from './steps';

type Props = { procedure: Procedure; line: ChecklistItem; onClose: () => void };

/** Which paper is there: a file of the dossier, or the place where the sheet of paper is kept. */
export function TickDialog({ procedure, line, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const files = useQuery(procedureDocumentsQuery(procedure.id)).data?.items ?? [];
  const [document, setDocument] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: () =>
      tick(procedure, {
        item: line.item,
        present: true,
        ...(document && { document_id: document }),
        ...(note.trim() && { note: note.trim() }),
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['registry', 'procedures'] });
      onClose();
    },
  });
  const submit = (form: FormEvent) => {
    form.preventDefault();
    save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isPaper(line) ? 'registry_procedures.tick' : 'registry_procedures.confirm')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormErrors problem={save.error} />
          <Text>{i18n.language === 'en' ? line.name_en : line.name_vi}</Text>
          <Select
            label={t('registry_procedures.field.document')}
            data={files.map(({ id, title }) => ({ value: id, label: title }))}
            value={document}
            onChange={setDocument}
            clearable
            clearButtonProps={{ 'aria-label': t('action.clear') }}
            nothingFoundMessage={t('list.no_choice')}
          />
          <TextInput
            label={t('registry_procedures.field.kept_at')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
