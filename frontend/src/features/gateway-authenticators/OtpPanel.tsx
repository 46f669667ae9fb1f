import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../shared/api/generated/gateway';
import { formatDateTime } from '../../shared/format/dates';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { Panel } from '../../shared/ui/Panel';
import { beginOtp } from './authenticators';
import { OtpRemoval } from './OtpRemoval';
import { OtpSetUp } from './OtpSetUp';

type Held = components['schemas']['AuthenticatorsOut'];

/** The second factor: there, being set up, or offered. */
export function OtpPanel({ held }: { held: Held }) {
  const { t } = useTranslation();
  const [isRemoving, setIsRemoving] = useState(false);
  const begin = useMutation({ mutationFn: beginOtp });
  if (held.has_otp)
    return (
      <Panel
        title={t('security.otp')}
        actions={
          !held.must_have_otp && (
            <Button variant="light" color="red" onClick={() => setIsRemoving(true)}>
              {t('security.remove_otp')}
            </Button>
          )
        }
      >
        <DefinitionList
          items={[
            {
              term: t('security.since'),
              value: held.confirmed_at && formatDateTime(held.confirmed_at),
            },
            { term: t('security.codes_left'), value: held.codes_left },
          ]}
        />
        {isRemoving && <OtpRemoval onClose={() => setIsRemoving(false)} />}
      </Panel>
    );
  return (
    <Panel title={t('security.otp')}>
      {begin.data ? (
        <OtpSetUp secret={begin.data} onDone={begin.reset} />
      ) : (
        <Stack>
          <Text>{t('security.otp_hint')}</Text>
          <FormErrors problem={begin.error} fields={[]} />
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
