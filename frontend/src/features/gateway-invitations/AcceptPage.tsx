import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../shared/ui/useDocumentTitle';
import classes from './AcceptPage.module.css';
import { invitedQuery } from './invitations';
import { PasswordForm } from './PasswordForm';

/** Behind `#`, where no server and no log sees it; taken out of the address at once. */
function tokenOf(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(history.state, '', location.pathname);
  return token;
}

/** The page that a one-time link opens. */
export function AcceptPage() {
  const { t } = useTranslation();
  useDocumentTitle(t('invitation.title'));
  const [token] = useState(tokenOf);
  const [isDone, setIsDone] = useState(false);
  const [isDead, setIsDead] = useState(token === '');
  const invited = useQuery({ ...invitedQuery(token), enabled: token !== '' });
  const hasFailed = isDead || invited.isError;
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Title order={1} mb="sm">
          {t('invitation.title')}
        </Title>
        {isDone && (
          <>
            <p role="status">{t('invitation.done')}</p>
            <Button component={Link} to="/sign-in" fullWidth mt="sm">
              {t('session.sign_in')}
            </Button>
          </>
        )}
        {!isDone && hasFailed && <p role="alert">{t('invitation.dead')}</p>}
        {!isDone && !hasFailed && invited.data && (
          <PasswordForm
            invited={invited.data}
            token={token}
            onDone={() => setIsDone(true)}
            onDead={() => setIsDead(true)}
          />
        )}
      </div>
    </main>
  );
}
