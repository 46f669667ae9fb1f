/** Lists page by keyset: each answer names the cursor of the next one, and there is no last page number. */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export type Page<Row> = { items: Row[]; next_cursor?: string | null; total?: number | null };
export type Turn = { cursor: string | undefined; signal: AbortSignal };

/** Options for `useInfiniteQuery`; `fetchPage` makes one call with the cursor it is given. */
export function keyset<Row>(key: readonly unknown[], fetchPage: (turn: Turn) => Promise<Page<Row>>) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage({ cursor: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
