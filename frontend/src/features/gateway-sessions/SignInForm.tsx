import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Credentials } from '../../shared/api/session';
import { bareCode } from '../../shared/format/codes';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { PasskeyButton } from './PasskeyButton';
import { useSignIn } from './useSignIn';

type Props = {
  /** Given when the same person signs in again; the name is then fixed. */
  username?: string;
  /** Known to have a second factor, so its field is there at once. */
  hasCode?: boolean;
  onSignedIn: () => void;
  onOtherAccount?: () => void;
};

export function SignInForm({ username, hasCode = false, onSignedIn, onOtherAccount }: Props) {
  const { t } = useTranslation();
  const signIn = useSignIn(onSignedIn);
  const [wantsCode, setWantsCode] = useState(hasCode);
  // Once the password was right, the gateway says that a code is missing.
  if (signIn.error?.code === 'sessions.otp_required' && !wantsCode) setWantsCode(true);
  const needed = (value: string) => (value.trim() ? null : t('form.required'));
  const form = useForm({
    initialValues: { username: username ?? '', password: '', otp: '' },
    validate: { username: needed, password: needed },
  });
  const submit = form.onSubmit(({ otp, ...names }) => {
    const code = bareCode(otp);
    const credentials: Credentials = wantsCode && code ? { ...names, otp: code } : names;
    signIn.mutate(credentials);
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors problem={signIn.error} form={form} />
        <TextInput
          label={t('session.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={username !== undefined}
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.show_password') }}
          {...form.getInputProps('password')}
        />
        {wantsCode ? (
          <TextInput
            label={t('session.otp')}
            description={t('session.otp_hint')}
            autoComplete="one-time-code"
            autoFocus
            {...form.getInputProps('otp')}
          />
        ) : (
          <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setWantsCode(true)}>
            {t('session.use_otp')}
          </Anchor>
        )}
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('session.sign_in')}
        </Button>
        <PasskeyButton username={username} onSignedIn={onSignedIn} />
        {onOtherAccount && (
          <Button variant="subtle" color="gray" onClick={onOtherAccount}>
            {t('session.other_account')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
