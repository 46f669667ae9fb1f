import { useBlocker } from '@tanstack/react-router';
import { onDemand } from '../onDemand';

const UnsavedDialog = onDemand(() => import('./UnsavedDialog').then((m) => m.UnsavedDialog));

/** Asks before work that was not saved is left behind, inside the application and when the tab closes. */
export function UnsavedGuard({ hasUnsaved }: { hasUnsaved: () => boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && hasUnsaved(),
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  });
  return status === 'blocked' ? <UnsavedDialog onLeave={proceed} onStay={reset} /> : null;
}
