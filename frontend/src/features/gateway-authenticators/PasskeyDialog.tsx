import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCancelled, isHeld } from '../../shared/api/passkeys';
import type { ApiProblem } from '../../shared/api/problem';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { refresh } from './authenticators';
import { addPasskey, type Passkey, renamePasskey } from './passkeys';

type Props = { passkey: Passkey | null; onClose: () => void };

/** A new passkey, or another name for one that is there. */
export function PasskeyDialog({ passkey, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [note, setNote] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: passkey?.name ?? '' },
    validate: { name: (text) => (text.trim() ? null : t('form.required')) },
  });
  const send = useMutation<boolean, ApiProblem, string>({
    mutationFn: async (name) => {
      setNote(null);
      if (passkey) return renamePasskey(passkey.id, name).then(() => true);
      try {
        await addPasskey(client, name);
        return true;
      } catch (error) {
        if (!isCancelled(error) && !isHeld(error)) throw error;
        setNote(t(isHeld(error) ? 'security.passkey_held' : 'security.passkey_cancelled'));
        return false;
      }
    },
    onSuccess: async (isDone) => {
      await refresh(client);
      if (isDone) onClose();
    },
  });
  const title = passkey ? t('security.passkey_rename', { name: passkey.name }) : t('security.passkey_add');
  return (
    <FormDialog
      form={form}
      title={title}
      action={passkey ? t('security.passkey_keep') : t('security.passkey_add')}
      problem={send.error}
      isPending={send.isPending}
      onSubmit={form.onSubmit(({ name }) => send.mutate(name.trim()))}
      onClose={onClose}
    >
      {!passkey && <Text size="sm">{t('security.passkey_add_hint')}</Text>}
      {note && (
        <Text size="sm" role="status">
          {note}
        </Text>
      )}
      <TextInput
        label={t('security.passkey_name')}
        description={t('security.passkey_name_hint')}
        required
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
      />
    </FormDialog>
  );
}
