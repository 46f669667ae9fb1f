import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { makeQueryClient } from '../shared/api/queries';
import { useFirstError } from '../shared/ui/form/firstError';
import { Providers } from './Providers';
import { makeRouter } from './router';
import { SessionExpired } from './SessionExpired';

// Loaded behind the first screen, which does without them.
const toasts = () => import('./Toasts');
const Toasts = lazy(() => toasts().then((m) => ({ default: m.Toasts })));

const queryClient = makeQueryClient(
  (problem) => void toasts().then(({ showProblem }) => showProblem(problem)),
);
const router = makeRouter(queryClient);

export function App() {
  useFirstError();
  return (
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
      <SessionExpired onOtherAccount={() => void router.navigate({ to: '/sign-in' })} />
      <Suspense>
        <Toasts />
      </Suspense>
    </Providers>
  );
}
