import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryState } from '../../shared/ui/QueryState';
import { AccessPanel } from './AccessPanel';
import { authenticatorsQuery } from './authenticators';
import { IdentitiesPanel } from './IdentitiesPanel';
import { OtpPanel } from './OtpPanel';
import { PasskeysPanel } from './PasskeysPanel';
import { PasswordPanel } from './PasswordPanel';
import { SessionsPanel } from './SessionsPanel';

/** A person's own keys to the house. */
export function Security() {
  const { t } = useTranslation();
  const mustEnrol = useQuery(sessionQuery).data?.must_enrol === true;
  return (
    <>
      <PageHeader title={t('security.title')} lead={t('security.lead')} />
      <Stack>
        {mustEnrol && (
          <Alert color="yellow" title={t('security.must_enrol')} role="status">
            {t('security.must_enrol_hint')}
          </Alert>
        )}
        {!mustEnrol && <AccessPanel />}
        <QueryState query={useQuery(authenticatorsQuery)}>
          {(held) => (
            <>
              <OtpPanel held={held} />
              <PasskeysPanel />
              {!mustEnrol && <IdentitiesPanel />}
              <PasswordPanel hasOtp={held.has_otp} shortest={held.shortest_password} />
            </>
          )}
        </QueryState>
        {!mustEnrol && <SessionsPanel />}
      </Stack>
    </>
  );
}
