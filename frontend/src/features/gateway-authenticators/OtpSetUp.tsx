import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bareCode } from '../../shared/format/codes';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { QrCode } from '../../shared/ui/QrCode';
import { confirmOtp, refresh, type Secret } from './authenticators';
import { RecoveryCodes } from './RecoveryCodes';

/** The picture for the app, its first code, and then the codes for the day the telephone is lost. */
export function OtpSetUp({ secret, onDone }: { secret: Secret; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [otp, setOtp] = useState('');
  const confirm = useMutation({
    meta: { isSaidInPlace: true },
    mutationFn: () => confirmOtp(client, bareCode(otp)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  if (confirm.data)
    return <RecoveryCodes codes={confirm.data} onRead={() => void refresh(client).then(onDone)} />;
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start" gap="xl">
        <QrCode rows={secret.picture} label={t('security.picture')} />
        <Stack maw={420}>
          <Text>{t('security.scan')}</Text>
          <div>
            <Text size="sm">{t('security.by_hand')}</Text>
            <Code>{secret.secret.match(/.{1,4}/g)?.join(' ')}</Code>
          </div>
          <FormErrors problem={confirm.error} />
          <TextInput
            label={t('security.first_code')}
            autoComplete="one-time-code"
            inputMode="numeric"
            value={otp}
            onChange={(event) => setOtp(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" loading={confirm.isPending} disabled={!/^\d{6}$/.test(bareCode(otp))}>
              {t('security.confirm_otp')}
            </Button>
          </div>
        </Stack>
      </Group>
    </form>
  );
}
