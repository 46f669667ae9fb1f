/** The query client: what is tried again, what is shown as a toast, and nothing is retried that was refused. */
import { MutationCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

export function makeQueryClient(onUnexpected: (problem: ApiProblem) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      // Refusals are said in place by the form or the button; faults of the system become toasts, and
      // what came too early does where no place says it.
      onError: (error, _variables, _result, { meta }) => {
        if (!(error instanceof ApiProblem)) return;
        if (error.isUnexpected || (error.isTooEarly && !meta?.isSaidInPlace)) onUnexpected(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 1 && error instanceof ApiProblem && error.isUnexpected,
        throwOnError: false,
      },
    },
  });
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiProblem;
    mutationMeta: { isSaidInPlace?: true };
  }
}
