import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem';
import { ErrorState } from './ErrorState';

type Props<T> = { query: UseQueryResult<T, ApiProblem>; children: (data: T) => ReactNode };

/** The faces of one record: loading, failed, here. What is already shown stays when a refresh fails. */
export function QueryState<T>({ query, children }: Props<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack role="status" aria-label={t('state.loading')}>
      <Skeleton height={28} width="60%" />
      <Skeleton height={180} />
      <Skeleton height={120} />
    </Stack>
  );
}
