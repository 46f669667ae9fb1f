import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isCancelled, knowsPasskeys, sign } from '../../shared/api/passkeys';
import type { ApiProblem } from '../../shared/api/problem';
import { sessionQuery, signInWithPasskey } from '../../shared/api/session';
import { FormErrors } from '../../shared/ui/form/FormErrors';

type Props = { username: string | undefined; onSignedIn: () => void };

/** Coming in with a passkey alone: nothing is typed. */
export function PasskeyButton({ username, onSignedIn }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const enter = useMutation<void, ApiProblem>({
    mutationFn: async () => {
      const said = await sign().catch((error: unknown) => {
        if (isCancelled(error)) return null;
        throw error;
      });
      if (said === null) return;
      await signInWithPasskey(said);
      const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      // What is on the screen belongs to who was here before.
      if (username !== undefined && session?.person.username !== username) location.assign('/');
      else onSignedIn();
    },
  });
  if (!knowsPasskeys()) return null;
  return (
    <>
      <FormErrors problem={enter.error} />
      <Button
        variant="default"
        size="md"
        leftSection={<IconFingerprint size={20} aria-hidden />}
        loading={enter.isPending}
        onClick={() => enter.mutate()}
      >
        {t('session.use_passkey')}
      </Button>
    </>
  );
}
