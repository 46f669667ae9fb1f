import { Box } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../shared/api/problem';
import { ErrorState } from '../shared/ui/ErrorState';

/** A screen that failed: what went wrong, with a way to try again; the navigation around it still works. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Box component="main" p="xl">
      {error instanceof ApiProblem ? (
        <ErrorState problem={error} onRetry={retry} />
      ) : (
        <ErrorState title={t('problem.screen')} onRetry={retry} />
      )}
    </Box>
  );
}
