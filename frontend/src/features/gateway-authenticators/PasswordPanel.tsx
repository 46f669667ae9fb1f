import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { bareCode } from '../../shared/format/codes';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { Panel } from '../../shared/ui/Panel';
import { changePassword } from './authenticators';

const EMPTY = { password: '', new_password: '', otp: '' };

/** A new password, proved by the old one and, where there is one, by the second factor. */
export function PasswordPanel({ hasOtp, shortest }: { hasOtp: boolean; shortest: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isDone, setIsDone] = useState(false);
  const needed = (text: string) => (text.trim() ? null : t('form.required'));
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      password: needed,
      new_password: (text) =>
        [...text.normalize('NFKC')].length < shortest ? t('security.too_short', { count: shortest }) : null,
      otp: (text) => (hasOtp ? needed(text) : null),
    },
  });
  const change = useMutation<void, ApiProblem, typeof EMPTY>({
    meta: { isSaidInPlace: true },
    mutationFn: ({ otp, ...rest }) => changePassword(client, { ...rest, otp: hasOtp ? bareCode(otp) : null }),
    onSuccess: () => {
      form.reset();
      setIsDone(true);
    },
  });
  const eye = { 'aria-label': t('session.show_password') };
  return (
    <Panel title={t('security.password')}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        <Stack maw={420}>
          <FormErrors problem={change.error} form={form} />
          {isDone && !change.error && (
            <Text role="status" c="green.9">
              {t('security.password_changed')}
            </Text>
          )}
          <PasswordInput
            label={t('security.old_password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={eye}
            {...form.getInputProps('password')}
          />
          <PasswordInput
            label={t('security.new_password')}
            description={t('security.password_hint', { count: shortest })}
            autoComplete="new-password"
            visibilityToggleButtonProps={eye}
            {...form.getInputProps('new_password')}
          />
          {hasOtp && (
            <TextInput
              label={t('session.otp')}
              description={t('session.otp_hint')}
              autoComplete="one-time-code"
              {...form.getInputProps('otp')}
            />
          )}
          <div>
            <Button type="submit" loading={change.isPending}>
              {t('security.change_password')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
