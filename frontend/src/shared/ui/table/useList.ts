import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page } from '../../api/keyset';
import type { ApiProblem } from '../../api/problem';

export type List<Row> = {
  rows: Row[];
  isPending: boolean;
  /** The rows are of the last question, not yet of this one. */
  isStale: boolean;
  problem: ApiProblem | null;
  retry: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
};

/** A keyset query as a table wants it. */
export function useList<Row>(query: UseInfiniteQueryResult<InfiniteData<Page<Row>>, ApiProblem>): List<Row> {
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    rows,
    isPending: query.isPending,
    isStale: query.isPlaceholderData,
    problem: query.error,
    retry: () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}
