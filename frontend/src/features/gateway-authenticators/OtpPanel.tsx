import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../shared/api/generated/gateway';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { Panel } from '../../shared/ui/Panel';
import { beginOtp } from './authenticators';
import { OtpHeld } from './OtpHeld';
import { OtpSetUp } from './OtpSetUp';

type Held = components['schemas']['AuthenticatorsOut'];

/** The second factor: there, being set up, or offered. */
export function OtpPanel({ held }: { held: Held }) {
  const { t } = useTranslation();
  const begin = useMutation({ mutationFn: beginOtp });
  if (held.has_otp) return <OtpHeld held={held} />;
  return (
    <Panel title={t('security.otp')}>
      {begin.data ? (
        <OtpSetUp secret={begin.data} onDone={begin.reset} />
      ) : (
        <Stack>
          <Text>{t('security.otp_hint')}</Text>
          <FormErrors problem={begin.error} />
          <div>
            <Button onClick={() => begin.mutate()} loading={begin.isPending}>
              {t('security.begin_otp')}
            </Button>
          </div>
        </Stack>
      )}
    </Panel>
  );
}
