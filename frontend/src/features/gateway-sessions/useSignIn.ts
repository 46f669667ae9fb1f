import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Credentials, sessionQuery, signIn } from '../../shared/api/session';

/** Signs in and reads the session back, because only that answer carries the CSRF token. */
export function useSignIn(onSignedIn: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    meta: { isSaidInPlace: true },
    mutationFn: async (credentials: Credentials) => {
      await signIn(credentials);
      return queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    },
    onSuccess: onSignedIn,
  });
}
