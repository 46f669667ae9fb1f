import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bareCode } from '../../shared/format/codes';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import type { Proofs } from './authenticators';

type Props<Done> = {
  title: string;
  hint: string;
  isDangerous?: boolean;
  run: (proofs: Proofs) => Promise<Done>;
  onDone: (done: Done) => void;
  onClose: () => void;
};

/** What takes both proofs: the password and a code. */
export function ProofsDialog<Done>({ title, hint, isDangerous, run, onDone, onClose }: Props<Done>) {
  const { t } = useTranslation();
  const needed = (text: string) => (text.trim() ? null : t('form.required'));
  const form = useForm({
    initialValues: { password: '', otp: '' },
    validate: { password: needed, otp: needed },
  });
  const act = useMutation({
    meta: { isSaidInPlace: true },
    mutationFn: ({ password, otp }: { password: string; otp: string }) =>
      run({ password, otp: bareCode(otp) }),
    onSuccess: onDone,
  });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={form.onSubmit((values) => act.mutate(values))} noValidate>
        <Stack>
          <FormErrors problem={act.error} form={form} />
          <Text>{hint}</Text>
          <PasswordInput
            label={t('session.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('session.show_password') }}
            {...form.getInputProps('password')}
          />
          <TextInput
            label={t('session.otp')}
            description={t('session.otp_hint')}
            autoComplete="one-time-code"
            {...form.getInputProps('otp')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" {...(isDangerous && { color: 'red' })} loading={act.isPending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
