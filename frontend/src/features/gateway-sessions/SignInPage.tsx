import { Title } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BridgeArt } from './BridgeArt';
import { OidcButton } from './OidcButton';
import { SignInForm } from './SignInForm';
import classes from './SignInPage.module.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const router = useRouter();
  return (
    <div className={classes.page}>
      <header className={classes.welcome}>
        <p className={classes.brand}>Nhịp Cầu</p>
        <p className={classes.motto}>{t('session.motto')}</p>
        <p className={classes.purpose}>{t('session.purpose')}</p>
        <BridgeArt className={classes.art} />
      </header>
      <main className={classes.side}>
        <div className={classes.form}>
          <Title order={1} mb={4}>
            {t('session.sign_in')}
          </Title>
          <p className={classes.hint}>{t('session.sign_in_hint')}</p>
          <SignInForm onSignedIn={() => router.history.replace(next ?? '/')} />
          <OidcButton next={next} />
          <p className={classes.help}>{t('session.help')}</p>
        </div>
      </main>
    </div>
  );
}
