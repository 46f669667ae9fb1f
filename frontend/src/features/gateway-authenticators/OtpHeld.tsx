import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../shared/api/generated/gateway';
import { formatDateTime } from '../../shared/format/dates';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { Panel } from '../../shared/ui/Panel';
import { refresh, removeOtp, renewCodes } from './authenticators';
import { ProofsDialog } from './ProofsDialog';
import { RecoveryCodes } from './RecoveryCodes';

type Held = components['schemas']['AuthenticatorsOut'];

/** A second factor that is there: since when, how many codes are left, new ones, or without it again. */
export function OtpHeld({ held }: { held: Held }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [opened, setOpened] = useState<'renew' | 'remove' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = () => setOpened(null);
  const read = () => void refresh(client).then(() => setCodes(null));
  return (
    <Panel
      title={t('security.otp')}
      actions={
        !codes && (
          <Group>
            <Button variant="default" onClick={() => setOpened('renew')}>
              {t('security.renew_codes')}
            </Button>
            {!held.must_have_otp && (
              <Button variant="light" color="red" onClick={() => setOpened('remove')}>
                {t('security.remove_otp')}
              </Button>
            )}
          </Group>
        )
      }
    >
      {codes ? (
        <RecoveryCodes codes={codes} onRead={read} />
      ) : (
        <DefinitionList
          items={[
            { term: t('security.since'), value: held.confirmed_at && formatDateTime(held.confirmed_at) },
            { term: t('security.codes_left'), value: held.codes_left },
          ]}
        />
      )}
      {opened === 'renew' && (
        <ProofsDialog
          title={t('security.renew_codes')}
          hint={t('security.renew_codes_hint')}
          run={(proofs) => renewCodes(client, proofs)}
          onDone={(fresh) => {
            setCodes(fresh);
            close();
          }}
          onClose={close}
        />
      )}
      {opened === 'remove' && (
        <ProofsDialog
          title={t('security.remove_otp')}
          hint={t('security.remove_otp_hint')}
          isDangerous
          run={(proofs) => removeOtp(client, proofs)}
          onDone={close}
          onClose={close}
        />
      )}
    </Panel>
  );
}
