import { Loader, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkReturned, signInReturned, takeErrand, takeReturned } from '../../shared/api/oidc';
import type { ApiProblem } from '../../shared/api/problem';
import { sessionQuery } from '../../shared/api/session';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { useDocumentTitle } from '../../shared/ui/useDocumentTitle';
import classes from './OidcReturn.module.css';
import { SecondForm } from './SecondForm';
import { signInSearch } from './search';

const SECURITY = '/gateway/authenticators';

/** Where the provider sends people back to: what it gave is handed on, and the way goes on. */
export function OidcReturn() {
  const { t } = useTranslation();
  useDocumentTitle(t('session.oidc_title'));
  const client = useQueryClient();
  const router = useRouter();
  const [errand] = useState(takeErrand);
  const [said] = useState(takeReturned);
  const goOn = async () => {
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    const next = errand?.kind === 'sign-in' ? signInSearch({ next: errand.next }).next : SECURITY;
    router.history.replace(next ?? '/');
  };
  const hand = useMutation<void, ApiProblem>({
    mutationFn: async () => {
      if (!said) return;
      if (errand?.kind === 'link') {
        // its answer carries the token that a change is made with
        await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
        await linkReturned(said);
      } else await signInReturned(said);
      await goOn();
    },
  });
  const isHanded = useRef(false);
  useEffect(() => {
    if (isHanded.current || !said) return;
    isHanded.current = true;
    hand.mutate();
  }, [said, hand.mutate]);

  const asksCode = hand.error?.code === 'sessions.otp_required';
  const isOver = !said || (hand.error !== null && !asksCode);
  return (
    <main className={classes.page}>
      <Stack className={classes.card}>
        <Title order={1} size="h3">
          {t('session.oidc_title')}
        </Title>
        {!isOver && !asksCode && (
          <Text role="status">
            <Loader size="xs" mr="xs" component="span" aria-hidden />
            {t('session.oidc_waiting')}
          </Text>
        )}
        {asksCode && <SecondForm onSignedIn={() => void goOn()} />}
        {!said && <Text role="alert">{t('session.oidc_denied')}</Text>}
        {isOver && <FormErrors problem={hand.error} />}
        {isOver && <Link to={errand?.kind === 'link' ? SECURITY : '/sign-in'}>{t('session.oidc_back')}</Link>}
      </Stack>
    </main>
  );
}
