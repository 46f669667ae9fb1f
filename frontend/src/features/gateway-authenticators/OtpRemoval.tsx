import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { removeOtp } from './authenticators';

/** Doing without one-time codes again takes both proofs. */
export function OtpRemoval({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({ initialValues: { password: '', otp: '' } });
  const remove = useMutation({
    mutationFn: ({ password, otp }: { password: string; otp: string }) =>
      removeOtp(client, { password, otp: otp.trim() }),
    onSuccess: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('security.remove_otp')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => remove.mutate(values))} noValidate>
        <Stack>
          <FormErrors problem={remove.error} fields={[]} />
          <Text>{t('security.remove_otp_hint')}</Text>
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
            <Button type="submit" color="red" loading={remove.isPending}>
              {t('security.remove_otp')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
