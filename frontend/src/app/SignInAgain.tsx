import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../features/gateway-sessions/SignInForm';
import { expiry } from '../shared/api/reauthenticate';
import { sessionQuery } from '../shared/api/session';

/** Signing in again over the page, so that a half-written form survives a session that ran out. */
export function SignInAgain({ onOtherAccount }: { onOtherAccount: () => void }) {
  const { t } = useTranslation();
  const why = expiry.why();
  const queryClient = useQueryClient();
  const session = queryClient.getQueryData(sessionQuery.queryKey);
  const giveUp = () => {
    expiry.settle(false);
    queryClient.clear();
    onOtherAccount();
  };
  return (
    <Modal
      opened
      onClose={() => expiry.settle(false)}
      title={t(`session.${why}`)}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text size="sm">{t(`session.${why}_hint`)}</Text>
        <SignInForm
          username={session?.person.username}
          hasCode={session?.has_otp === true}
          onSignedIn={() => expiry.settle(true)}
          onOtherAccount={giveUp}
        />
      </Stack>
    </Modal>
  );
}
