import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signInSecond } from '../../shared/api/oidc';
import type { ApiProblem } from '../../shared/api/problem';
import { bareCode } from '../../shared/format/codes';
import { FormErrors } from '../../shared/ui/form/FormErrors';

/** The house's own second factor, after the provider has vouched for somebody. */
export function SecondForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  const prove = useMutation<unknown, ApiProblem, string>({
    meta: { isSaidInPlace: true },
    mutationFn: signInSecond,
    onSuccess: onSignedIn,
  });
  const form = useForm({
    initialValues: { otp: '' },
    validate: { otp: (text) => (text.trim() ? null : t('form.required')) },
  });
  return (
    <form onSubmit={form.onSubmit(({ otp }) => prove.mutate(bareCode(otp)))} noValidate>
      <Stack>
        <FormErrors problem={prove.error} form={form} />
        <TextInput
          label={t('session.otp')}
          description={t('session.otp_hint')}
          autoComplete="one-time-code"
          autoFocus
          {...form.getInputProps('otp')}
        />
        <Button type="submit" size="md" loading={prove.isPending}>
          {t('session.sign_in')}
        </Button>
      </Stack>
    </form>
  );
}
