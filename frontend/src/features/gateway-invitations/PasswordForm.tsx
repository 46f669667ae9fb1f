import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../shared/api/generated/gateway';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { accept } from './invitations';

type Props = {
  invited: components['schemas']['InvitedOut'];
  token: string;
  onDone: () => void;
  /** The link was used elsewhere meanwhile, or has run out. */
  onDead: () => void;
};

/** The password is typed twice, because nobody can look it up for them. */
export function PasswordForm({ invited, token, onDone, onDead }: Props) {
  const { t } = useTranslation();
  const shortest = invited.shortest_password;
  const form = useForm({
    initialValues: { password: '', again: '' },
    validate: {
      password: (text) =>
        [...text.normalize('NFKC')].length < shortest ? t('security.too_short', { count: shortest }) : null,
      again: (text, { password }) => (text === password ? null : t('invitation.differs')),
    },
  });
  const save = useMutation({
    mutationFn: ({ password }: { password: string }) => accept(token, password),
    onSuccess: onDone,
    onError: ({ status }) => status === 404 && onDead(),
  });
  const eye = { 'aria-label': t('session.show_password') };
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack>
        <Text>{t('invitation.hello', { name: invited.name, username: invited.username })}</Text>
        <FormErrors problem={save.error} form={form} />
        <input type="hidden" autoComplete="username" value={invited.username} readOnly />
        <PasswordInput
          label={t('security.new_password')}
          description={t('security.password_hint', { count: shortest })}
          autoComplete="new-password"
          visibilityToggleButtonProps={eye}
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label={t('invitation.again')}
          autoComplete="new-password"
          visibilityToggleButtonProps={eye}
          {...form.getInputProps('again')}
        />
        <Button type="submit" loading={save.isPending}>
          {t('invitation.save')}
        </Button>
      </Stack>
    </form>
  );
}
