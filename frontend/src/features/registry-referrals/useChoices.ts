import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { body, registry } from '../../shared/api/client';

/** Needs to choose from. */
export function useChoices() {
  const needs = useQuery({
    queryKey: ['registry', 'needs', 'names'],
    queryFn: ({ signal }) => body(registry.GET('/v1/needs', { params: { query: { limit: 200 } }, signal })),
  }).data;
  return useMemo(
    () => (needs?.items ?? []).map(({ id, title_vi }) => ({ value: id, label: title_vi })),
    [needs],
  );
}
