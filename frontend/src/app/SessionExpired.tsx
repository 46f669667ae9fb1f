import { lazy, Suspense, useSyncExternalStore } from 'react';
import { expiry } from '../shared/api/reauthenticate';

const SignInAgain = lazy(() => import('./SignInAgain').then((m) => ({ default: m.SignInAgain })));

/** Waits for a session to run out; the dialog itself is fetched only then. */
export function SessionExpired({ onOtherAccount }: { onOtherAccount: () => void }) {
  const isExpired = useSyncExternalStore(expiry.subscribe, expiry.isExpired);
  return <Suspense>{isExpired && <SignInAgain onOtherAccount={onOtherAccount} />}</Suspense>;
}
